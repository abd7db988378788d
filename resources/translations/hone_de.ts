<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AdapterCard</name>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>base missing</source>
        <translation>Basis fehlt</translation>
    </message>
    <message>
        <source>Its base model {0} is not in the list.</source>
        <translation>Das Basismodell {0} ist nicht in der Liste.</translation>
    </message>
</context>
<context>
    <name>AlternativeRow</name>
    <message>
        <source>ends here</source>
        <translation>endet hier</translation>
    </message>
    <message>
        <source>part of a character</source>
        <translation>Teil eines Zeichens</translation>
    </message>
    <message>
        <source>“{0}”, as in the reply, {1}</source>
        <translation>„{0}“, wie in der Antwort, {1}</translation>
    </message>
    <message>
        <source>Go on from here with “{0}”, {1}</source>
        <translation>Hier mit „{0}“ weitergehen, {1}</translation>
    </message>
    <message>
        <source>The reply ends here ({0}), {1}</source>
        <translation>Die Antwort endet hier ({0}), {1}</translation>
    </message>
    <message>
        <source>“{0}”, {1}: no text that a reply could go on with</source>
        <translation>„{0}“, {1}: kein Text, mit dem eine Antwort weitergehen könnte</translation>
    </message>
</context>
<context>
    <name>AppearanceCard</name>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Taken at the next start.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>{0}; the desktop speaks {1}</source>
        <translation>{0}; der Desktop spricht {1}</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
</context>
<context>
    <name>AttachmentBar</name>
    <message>
        <source>Attach a file</source>
        <translation>Datei anhängen</translation>
    </message>
    <message>
        <source>Attached to the message</source>
        <translation>An die Nachricht angehängt</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Datei wird gelesen</translation>
    </message>
    <message>
        <source>Keep the beginning</source>
        <translation>Anfang behalten</translation>
    </message>
    <message>
        <source>Attach it instead</source>
        <translation>Stattdessen anhängen</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Texts and documents (*.txt *.md *.csv *.json *.py *.html *.pdf *.docx);;All files (*)</source>
        <translation>Texte und Dokumente (*.txt *.md *.csv *.json *.py *.html *.pdf *.docx);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Reading {0}</source>
        <translation>{0} wird gelesen</translation>
    </message>
    <message>
        <source>You pasted {0} characters.</source>
        <translation>{0} Zeichen eingefügt.</translation>
    </message>
    <message>
        <source>{0} · {1} tokens</source>
        <translation>{0} · {1} Token</translation>
    </message>
    <message>
        <source>{0} · about {1} tokens</source>
        <translation>{0} · etwa {1} Token</translation>
    </message>
    <message>
        <source>Too long for this model: {0} tokens, and there is room for {1}.</source>
        <translation>Zu lang für dieses Modell: {0} Token, Platz ist für {1}.</translation>
    </message>
    <message>
        <source>The first {0} of {1} characters of {2} would be kept.</source>
        <translation>Die ersten {0} von {1} Zeichen von {2} würden behalten.</translation>
    </message>
    <message>
        <source>{0} is not attached any more</source>
        <translation>{0} ist nicht mehr angehängt</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>BaseStep</name>
    <message>
        <source>Base model</source>
        <translation>Basismodell</translation>
    </message>
    <message>
        <source>The model that learns. It stays as it is: what it learns goes into a small adapter.</source>
        <translation>Das Modell, das lernt. Es bleibt, wie es ist: Das Gelernte kommt in einen kleinen Adapter.</translation>
    </message>
    <message>
        <source>Not for training</source>
        <translation>Nicht zum Trainieren</translation>
    </message>
    <message>
        <source>Looking for models…</source>
        <translation>Modelle werden gesucht…</translation>
    </message>
    <message>
        <source>Add a model folder…</source>
        <translation>Modellordner hinzufügen…</translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation>Ordner eines Modells</translation>
    </message>
</context>
<context>
    <name>Beginning</name>
    <message>
        <source>Beginning of the reply</source>
        <translation>Anfang der Antwort</translation>
    </message>
    <message>
        <source>The model goes on from here. {{variables}} of the prompt are filled in.</source>
        <translation>Das Modell schreibt von hier aus weiter. {{variables}} des Prompts werden eingesetzt.</translation>
    </message>
    <message>
        <source>For example: Three reasons speak for it:</source>
        <translation>Zum Beispiel: Drei Gründe sprechen dafür:</translation>
    </message>
</context>
<context>
    <name>BiasEditor</name>
    <message>
        <source>Add a token</source>
        <translation>Token hinzufügen</translation>
    </message>
    <message>
        <source>Logit bias</source>
        <translation>Logit-Zuschlag</translation>
    </message>
    <message>
        <source>Added before all samplers; -100 bans a token. Write a text, or # and a token&apos;s id.</source>
        <translation>Kommt vor allen Samplern dazu; -100 verbietet ein Token. Einen Text schreiben oder # und die Nummer eines Tokens.</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Column {0}</source>
        <translation>Spalte {0}</translation>
    </message>
    <message>
        <source>Duplicate with its messages</source>
        <translation>Mit ihren Nachrichten verdoppeln</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>Nach links verschieben</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>Nach rechts verschieben</translation>
    </message>
    <message>
        <source>Show differences from this column</source>
        <translation>Unterschiede zu dieser Spalte zeigen</translation>
    </message>
    <message>
        <source>Go on with this column in chat</source>
        <translation>Mit dieser Spalte im Chat weitermachen</translation>
    </message>
    <message>
        <source>Remove column</source>
        <translation>Spalte entfernen</translation>
    </message>
</context>
<context>
    <name>BranchSwitcher</name>
    <message>
        <source>Previous version</source>
        <translation>Vorige Fassung</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Nächste Fassung</translation>
    </message>
</context>
<context>
    <name>BranchesPopover</name>
    <message>
        <source>Branches of the conversation</source>
        <translation>Zweige der Unterhaltung</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>Zweige</translation>
    </message>
    <message>
        <source>Each begins with the first words that differ from what is shown.</source>
        <translation>Jeder beginnt mit den ersten Worten, die vom Gezeigten abweichen.</translation>
    </message>
    <message>
        <source>(no text)</source>
        <translation>(kein Text)</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>{0} messages</source>
        <translation>{0} Nachrichten</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>gezeigt</translation>
    </message>
</context>
<context>
    <name>ChangeWords</name>
    <message>
        <source>Row {0} was edited.</source>
        <translation>Zeile {0} wurde bearbeitet.</translation>
    </message>
    <message>
        <source>Added: {0}.</source>
        <translation>Hinzugefügt: {0}.</translation>
    </message>
    <message>
        <source>The rows of {0} were added.</source>
        <translation>Die Zeilen aus {0} wurden hinzugefügt.</translation>
    </message>
    <message>
        <source>Only rows that match were kept: {0}.</source>
        <translation>Nur passende Zeilen wurden behalten: {0}.</translation>
    </message>
    <message>
        <source>Drawn at random: {0} (seed {1}).</source>
        <translation>Zufällig gezogen: {0} (Seed {1}).</translation>
    </message>
    <message>
        <source>The part held out of a split {0}.</source>
        <translation>Der zurückgehaltene Teil einer Aufteilung {0}.</translation>
    </message>
    <message>
        <source>The part to train on of a split {0}.</source>
        <translation>Der Teil zum Trainieren aus einer Aufteilung {0}.</translation>
    </message>
    <message>
        <source>contains “{0}”</source>
        <translation>enthält „{0}“</translation>
    </message>
    <message>
        <source>does not contain “{0}”</source>
        <translation>enthält nicht „{0}“</translation>
    </message>
    <message>
        <source>matches the pattern “{0}”</source>
        <translation>passt zum Muster „{0}“</translation>
    </message>
    <message>
        <source>{0} or more characters</source>
        <translation>{0} oder mehr Zeichen</translation>
    </message>
    <message>
        <source>{0} or fewer characters</source>
        <translation>{0} oder weniger Zeichen</translation>
    </message>
    <message>
        <source>{0} or more turns</source>
        <translation>{0} oder mehr Beiträge</translation>
    </message>
    <message>
        <source>{0} or fewer turns</source>
        <translation>{0} oder weniger Beiträge</translation>
    </message>
    <message>
        <source>labelled “{0}”</source>
        <translation>mit dem Label „{0}“</translation>
    </message>
    <message>
        <source>language: {0}</source>
        <translation>Sprache: {0}</translation>
    </message>
    <message>
        <source>“{0}” is “{1}”</source>
        <translation>„{0}“ ist „{1}“</translation>
    </message>
    <message>
        <source>Row {0} was left out.</source>
        <translation>Zeile {0} wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The rows {0} were left out.</source>
        <translation>Die Zeilen {0} wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Left out: {0}.</source>
        <translation>Ausgelassen: {0}.</translation>
    </message>
    <message>
        <source>Fixed: “{0}”.</source>
        <translation>Behoben: „{0}“.</translation>
    </message>
    <message>
        <source>Fixed in {1}: “{0}”.</source>
        <translation>Behoben in {1}: „{0}“.</translation>
    </message>
    <message>
        <source>Mixed: {0} (seed {1}).</source>
        <translation>Gemischt: {0} (Seed {1}).</translation>
    </message>
    <message>
        <source>by row, {1} held out</source>
        <translation>nach Zeilen, {1} zurückgehalten</translation>
    </message>
    <message>
        <source>by the groups of “{0}”, {1} held out</source>
        <translation>nach den Gruppen von „{0}“, {1} zurückgehalten</translation>
    </message>
    <message>
        <source>by the time in “{0}”, {1} held out</source>
        <translation>nach der Zeit in „{0}“, {1} zurückgehalten</translation>
    </message>
    <message>
        <source>your chats</source>
        <translation>den Chats</translation>
    </message>
</context>
<context>
    <name>ChatContext</name>
    <message>
        <source>Another conversation is shown: nothing was undone.</source>
        <translation>Eine andere Unterhaltung wird gezeigt: Nichts wurde rückgängig gemacht.</translation>
    </message>
</context>
<context>
    <name>ChatHeader</name>
    <message>
        <source>Show or hide the conversations</source>
        <translation>Unterhaltungen ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Add a model…</source>
        <translation>Modell hinzufügen…</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>Adapter</translation>
    </message>
    <message>
        <source>No adapter</source>
        <translation>Kein Adapter</translation>
    </message>
    <message>
        <source>Conversation settings</source>
        <translation>Einstellungen der Unterhaltung</translation>
    </message>
    <message>
        <source>demo model</source>
        <translation>Demo-Modell</translation>
    </message>
    <message>
        <source>Comes with Hone</source>
        <translation>In Hone enthalten</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>The model as it is</source>
        <translation>Das Modell, wie es ist</translation>
    </message>
    <message>
        <source>No adapter fits this model yet. Fine-tune it to make one.</source>
        <translation>Noch passt kein Adapter zu diesem Modell. Ein Fine-Tuning macht einen.</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neue Unterhaltung</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>Unterhaltungen durchsuchen</translation>
    </message>
    <message>
        <source>Show or hide the panel</source>
        <translation>Leiste ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Stop the reply</source>
        <translation>Antwort anhalten</translation>
    </message>
    <message>
        <source>Panel: {0}</source>
        <translation>Leiste: {0}</translation>
    </message>
    <message>
        <source>A reply is being made.</source>
        <translation>Eine Antwort entsteht.</translation>
    </message>
    <message>
        <source>{0} is in memory.</source>
        <translation>{0} ist im Speicher.</translation>
    </message>
    <message>
        <source>Conversation deleted</source>
        <translation>Unterhaltung gelöscht</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>ChatSide</name>
    <message>
        <source>Panels of the conversation</source>
        <translation>Leisten der Unterhaltung</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Leiste schließen</translation>
    </message>
</context>
<context>
    <name>CheckLines</name>
    <message>
        <source>{n} of {rows} rows are left out because of problems.</source>
        <translation>{n} von {rows} Zeilen werden wegen Problemen ausgelassen.</translation>
    </message>
    <message>
        <source>{n} rows cannot be rendered: left out. {problem}</source>
        <translation>{n} Zeilen lassen sich nicht darstellen und werden ausgelassen. {problem}</translation>
    </message>
    <message>
        <source>The stop token is trained: replies will end.</source>
        <translation>Das Stopp-Token wird trainiert: Antworten werden enden.</translation>
    </message>
    <message>
        <source>The stop token is not trained: replies may never end. Look at the preview of the rows.</source>
        <translation>Das Stopp-Token wird nicht trainiert: Antworten enden vielleicht nie. Die Vorschau der Zeilen zeigt, warum.</translation>
    </message>
    <message>
        <source>{n} rows are longer than the context length and are cut; the end of them is not learned.</source>
        <translation>{n} Zeilen sind länger als die Kontextlänge und werden gekürzt; ihr Ende wird nicht gelernt.</translation>
    </message>
    <message>
        <source>Every row fits into the context length.</source>
        <translation>Jede Zeile passt in die Kontextlänge.</translation>
    </message>
    <message>
        <source>The chat model {name} holds {size}. It is unloaded while this trains, and loaded again afterwards.</source>
        <translation>Das Chat-Modell {name} belegt {size}. Für das Training wird es entladen und danach wieder geladen.</translation>
    </message>
    <message>
        <source>The context length is longer than the {n} tokens that this model was made for.</source>
        <translation>Die Kontextlänge ist größer als die {n} Token, für die dieses Modell gemacht ist.</translation>
    </message>
    <message>
        <source>The model has no chat template: a plain one is used, in training and in chats with the result.</source>
        <translation>Das Modell hat keine Chat-Vorlage: Eine schlichte wird genommen, im Training und in Chats mit dem Ergebnis.</translation>
    </message>
    <message>
        <source>It fits: {need} of {free} free memory.</source>
        <translation>Es passt: {need} von {free} freiem Speicher.</translation>
    </message>
    <message>
        <source>It does not fit: {need} are needed, {free} are free.</source>
        <translation>Es passt nicht: {need} werden gebraucht, {free} sind frei.</translation>
    </message>
    <message>
        <source>Checkpoints and adapter take {need}; {free} are free on the disk.</source>
        <translation>Checkpoints und Adapter brauchen {need}; auf der Platte sind {free} frei.</translation>
    </message>
    <message>
        <source>The disk is too full: checkpoints and adapter take {need}, {free} are free.</source>
        <translation>Die Platte ist zu voll: Checkpoints und Adapter brauchen {need}, {free} sind frei.</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>What the run needs on this machine, before it starts.</source>
        <translation>Was der Lauf auf diesem Rechner braucht, bevor er beginnt.</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove {0}</source>
        <translation>{0} entfernen</translation>
    </message>
</context>
<context>
    <name>ChoicePopover</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search in {0}</source>
        <translation>In {0} suchen</translation>
    </message>
</context>
<context>
    <name>ChoiceValue</name>
    <message>
        <source>Choose</source>
        <translation>Auswählen</translation>
    </message>
</context>
<context>
    <name>ChosenBar</name>
    <message>
        <source>Move to a folder</source>
        <translation>In einen Ordner verschieben</translation>
    </message>
    <message>
        <source>Add or remove tags</source>
        <translation>Schlagwörter hinzufügen oder entfernen</translation>
    </message>
    <message>
        <source>Pin or unpin</source>
        <translation>Anheften oder lösen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Add replies with a thumb up to a data set</source>
        <translation>Gelobte Antworten in einen Datensatz aufnehmen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>{0} chosen</source>
        <translation>{0} ausgewählt</translation>
    </message>
</context>
<context>
    <name>CodePopover</name>
    <message>
        <source>Allow a model&apos;s own code</source>
        <translation>Eigenen Code eines Modells erlauben</translation>
    </message>
    <message>
        <source>Allow the code of {0}?</source>
        <translation>Den Code von {0} erlauben?</translation>
    </message>
    <message>
        <source>These files run with your rights each time this model is loaded: they can read, change and send all your files. Allow them only when you trust their makers as you trust those of a program.</source>
        <translation>Diese Dateien laufen mit allen Rechten des Benutzers, sooft dieses Modell geladen wird: Sie können alle Dateien lesen, ändern und versenden. Nur erlauben, wenn den Herstellern so zu trauen ist wie denen eines Programms.</translation>
    </message>
    <message>
        <source>When one of them changes, Hone asks again. The model can be talked to, but not fine-tuned.</source>
        <translation>Ändert sich eine davon, fragt Hone wieder. Mit dem Modell kann man reden, aber es nicht feintunen.</translation>
    </message>
    <message>
        <source>{0} Python files in {1}</source>
        <translation>{0} Python-Dateien in {1}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Allow this code</source>
        <translation>Diesen Code erlauben</translation>
    </message>
    <message>
        <source>Python files of the model</source>
        <translation>Python-Dateien des Modells</translation>
    </message>
</context>
<context>
    <name>ColumnHeader</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Hidden until you judge</source>
        <translation>Verborgen bis zum Urteil</translation>
    </message>
    <message>
        <source>Settings of this column</source>
        <translation>Einstellungen dieser Spalte</translation>
    </message>
    <message>
        <source>More that can be done with this column</source>
        <translation>Weitere Aktionen für diese Spalte</translation>
    </message>
    <message>
        <source>Comes with Hone</source>
        <translation>In Hone enthalten</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>Same prompt and sampling</source>
        <translation>Gleicher Prompt und gleiches Sampling</translation>
    </message>
    <message>
        <source>Column {0}</source>
        <translation>Spalte {0}</translation>
    </message>
    <message>
        <source>Column {0}, which differences are from</source>
        <translation>Spalte {0}, von der aus verglichen wird</translation>
    </message>
    <message>
        <source>The columns were shuffled</source>
        <translation>Die Spalten wurden gemischt</translation>
    </message>
</context>
<context>
    <name>ColumnSettingsPopover</name>
    <message>
        <source>System prompt</source>
        <translation>Systemprompt</translation>
    </message>
    <message>
        <source>For example: Answer in two sentences.</source>
        <translation>Zum Beispiel: Antworte in zwei Sätzen.</translation>
    </message>
    <message>
        <source>Beginning of each reply</source>
        <translation>Anfang jeder Antwort</translation>
    </message>
    <message>
        <source>Nothing: the model begins</source>
        <translation>Nichts: Das Modell beginnt selbst</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Precise</source>
        <translation>Genau</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>Kreativ</translation>
    </message>
    <message>
        <source>Same for all</source>
        <translation>Für alle gleich</translation>
    </message>
    <message>
        <source>Give all columns these settings; models and adapters stay</source>
        <translation>Allen Spalten diese Einstellungen geben; Modelle und Adapter bleiben</translation>
    </message>
    <message>
        <source>Saved prompt</source>
        <translation>Gespeicherter Prompt</translation>
    </message>
    <message>
        <source>Each reply begins with</source>
        <translation>Jede Antwort beginnt mit</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Sampling</translation>
    </message>
</context>
<context>
    <name>ColumnView</name>
    <message>
        <source>Ask it now</source>
        <translation>Jetzt fragen</translation>
    </message>
    <message>
        <source>This column has not heard the last message.</source>
        <translation>Diese Spalte hat die letzte Nachricht nicht bekommen.</translation>
    </message>
    <message>
        <source>This column has not heard {0} messages.</source>
        <translation>Diese Spalte hat {0} Nachrichten nicht bekommen.</translation>
    </message>
    <message>
        <source>Preparing the reply</source>
        <translation>Antwort wird vorbereitet</translation>
    </message>
    <message>
        <source>Reply {0}</source>
        <translation>Antwort {0}</translation>
    </message>
</context>
<context>
    <name>ColumnsTab</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Keep the chosen reading</source>
        <translation>Gewählte Lesart übernehmen</translation>
    </message>
    <message>
        <source>Read the columns as before</source>
        <translation>Spalten wie zuvor lesen</translation>
    </message>
    <message>
        <source>Choose the shape of the rows</source>
        <translation>Format der Zeilen wählen</translation>
    </message>
    <message>
        <source>Choose the split or sheet</source>
        <translation>Teil oder Blatt wählen</translation>
    </message>
</context>
<context>
    <name>CompareCommands</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Add picks of this comparison to a data set…</source>
        <translation>Auswahl dieses Vergleichs in einen Datensatz aufnehmen…</translation>
    </message>
    <message>
        <source>Reply {0} is the better one</source>
        <translation>Antwort {0} ist die bessere</translation>
    </message>
    <message>
        <source>New comparison</source>
        <translation>Neuer Vergleich</translation>
    </message>
    <message>
        <source>Add a column</source>
        <translation>Spalte hinzufügen</translation>
    </message>
    <message>
        <source>Stop all replies</source>
        <translation>Alle Antworten anhalten</translation>
    </message>
    <message>
        <source>Regenerate the round</source>
        <translation>Runde neu erzeugen</translation>
    </message>
    <message>
        <source>Mark the words that differ</source>
        <translation>Abweichende Wörter markieren</translation>
    </message>
    <message>
        <source>Judge blind</source>
        <translation>Blind urteilen</translation>
    </message>
    <message>
        <source>Draw another seed</source>
        <translation>Anderen Seed ziehen</translation>
    </message>
    <message>
        <source>The round before</source>
        <translation>Die Runde davor</translation>
    </message>
    <message>
        <source>The round after</source>
        <translation>Die Runde danach</translation>
    </message>
    <message>
        <source>The replies are equally good</source>
        <translation>Die Antworten sind gleich gut</translation>
    </message>
    <message>
        <source>No reply is good enough</source>
        <translation>Keine Antwort ist gut genug</translation>
    </message>
</context>
<context>
    <name>CompareForm</name>
    <message>
        <source>Model to compare with</source>
        <translation>Modell zum Vergleich</translation>
    </message>
    <message>
        <source>Adapter to compare with</source>
        <translation>Adapter zum Vergleich</translation>
    </message>
    <message>
        <source>Prompt to compare with</source>
        <translation>Prompt zum Vergleich</translation>
    </message>
    <message>
        <source>System prompt to compare with</source>
        <translation>Systemprompt zum Vergleich</translation>
    </message>
    <message>
        <source>The system prompt to compare with</source>
        <translation>Der Systemprompt zum Vergleich</translation>
    </message>
    <message>
        <source>Choose another adapter, model or prompt: the colours then show which tokens it changes.</source>
        <translation>Einen anderen Adapter, ein anderes Modell oder einen anderen Prompt wählen: Die Farben zeigen dann, welche Token sich dadurch ändern.</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>the same model</source>
        <translation>dasselbe Modell</translation>
    </message>
    <message>
        <source>no adapter</source>
        <translation>kein Adapter</translation>
    </message>
    <message>
        <source>no system prompt</source>
        <translation>kein Systemprompt</translation>
    </message>
    <message>
        <source>another system prompt</source>
        <translation>ein anderer Systemprompt</translation>
    </message>
    <message>
        <source>No adapter</source>
        <translation>Kein Adapter</translation>
    </message>
    <message>
        <source>The same prompt</source>
        <translation>Derselbe Prompt</translation>
    </message>
    <message>
        <source>No system prompt</source>
        <translation>Kein Systemprompt</translation>
    </message>
    <message>
        <source>Another system prompt…</source>
        <translation>Anderer Systemprompt…</translation>
    </message>
    <message>
        <source>{0}, version {1}</source>
        <translation>{0}, Version {1}</translation>
    </message>
    <message>
        <source>Saved prompts</source>
        <translation>Gespeicherte Prompts</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>so wie jetzt</translation>
    </message>
</context>
<context>
    <name>CompareHeader</name>
    <message>
        <source>Show or hide the comparisons</source>
        <translation>Vergleiche ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Title of the comparison</source>
        <translation>Titel des Vergleichs</translation>
    </message>
    <message>
        <source>Mark the words that differ</source>
        <translation>Abweichende Wörter markieren</translation>
    </message>
    <message>
        <source>Judge blind: shuffle the columns and hide their names</source>
        <translation>Blind urteilen: Spalten mischen und ihre Namen verbergen</translation>
    </message>
    <message>
        <source>Add a column</source>
        <translation>Spalte hinzufügen</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>Blind</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Esc stops all replies</source>
        <translation>Esc hält alle Antworten an</translation>
    </message>
    <message>
        <source>Enter sends to all columns</source>
        <translation>Enter sendet an alle Spalten</translation>
    </message>
    <message>
        <source>All replies have ended.</source>
        <translation>Alle Antworten sind fertig.</translation>
    </message>
    <message>
        <source>Comparison deleted</source>
        <translation>Vergleich gelöscht</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Column {0} removed</source>
        <translation>Spalte {0} entfernt</translation>
    </message>
    <message>
        <source>From the next message on, columns are shuffled and unnamed.</source>
        <translation>Ab der nächsten Nachricht sind die Spalten gemischt und namenlos.</translation>
    </message>
    <message>
        <source>Editing this message for all columns. The old version stays as a branch.</source>
        <translation>Diese Nachricht wird für alle Spalten bearbeitet. Die alte Fassung bleibt als Zweig.</translation>
    </message>
</context>
<context>
    <name>CompareStart</name>
    <message>
        <source>Compare replies side by side</source>
        <translation>Antworten nebeneinander vergleichen</translation>
    </message>
    <message>
        <source>One message goes to two, three or four columns. See where the replies differ, pick the better one, and keep the picks as preference data.</source>
        <translation>Eine Nachricht geht an zwei, drei oder vier Spalten. So zeigt sich, wo die Antworten abweichen; die bessere wird gewählt, und die Urteile bleiben als Präferenzdaten.</translation>
    </message>
    <message>
        <source>Model against its adapter</source>
        <translation>Modell gegen seinen Adapter</translation>
    </message>
    <message>
        <source>What did the fine-tune change? The model as it is, beside the model with its adapter.</source>
        <translation>Was hat das Fine-Tuning geändert? Das Modell, wie es ist, neben dem Modell mit seinem Adapter.</translation>
    </message>
    <message>
        <source>Two prompt versions</source>
        <translation>Zwei Prompt-Versionen</translation>
    </message>
    <message>
        <source>Which wording works? The same model with two system prompts or saved versions.</source>
        <translation>Welche Formulierung wirkt? Dasselbe Modell mit zwei Systemprompts oder gespeicherten Versionen.</translation>
    </message>
    <message>
        <source>Two temperatures</source>
        <translation>Zwei Temperaturen</translation>
    </message>
    <message>
        <source>How much chance helps? The same model at temperature 0.2 and 0.9.</source>
        <translation>Wie viel hilft der Zufall? Dasselbe Modell bei Temperatur 0,2 und 0,9.</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Two columns with the model that you used last; change what you like.</source>
        <translation>Zwei Spalten mit dem zuletzt benutzten Modell; alles Weitere lässt sich ändern.</translation>
    </message>
    <message>
        <source>There is no model that can be used yet.</source>
        <translation>Noch ist kein Modell da, das sich benutzen lässt.</translation>
    </message>
    <message>
        <source>Add one on the Models page.</source>
        <translation>Eines auf der Seite „Modelle“ hinzufügen.</translation>
    </message>
    <message>
        <source>No adapter fits a model yet.</source>
        <translation>Noch passt kein Adapter zu einem Modell.</translation>
    </message>
    <message>
        <source>Fine-tune a model on the Tune page to make one.</source>
        <translation>Ein Fine-Tuning auf der Seite „Fine-Tuning“ macht einen.</translation>
    </message>
</context>
<context>
    <name>CompareWords</name>
    <message>
        <source>Reply {0}</source>
        <translation>Antwort {0}</translation>
    </message>
    <message>
        <source>Tie</source>
        <translation>Gleichstand</translation>
    </message>
    <message>
        <source>Not good enough</source>
        <translation>Nicht gut genug</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Besser</translation>
    </message>
    <message>
        <source>begins “{0}”</source>
        <translation>beginnt mit „{0}“</translation>
    </message>
    <message>
        <source>no beginning given</source>
        <translation>kein Anfang vorgegeben</translation>
    </message>
    <message>
        <source>own stop strings</source>
        <translation>eigene Stopp-Texte</translation>
    </message>
    <message>
        <source>own grammar or schema</source>
        <translation>eigene Grammatik oder eigenes Schema</translation>
    </message>
    <message>
        <source>prompt {0}</source>
        <translation>Prompt {0}</translation>
    </message>
    <message>
        <source>no system prompt</source>
        <translation>kein Systemprompt</translation>
    </message>
    <message>
        <source>system “{0}”</source>
        <translation>System „{0}“</translation>
    </message>
    <message>
        <source>of its own</source>
        <translation>eigener</translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation>{0} Token</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0} tokens/s</source>
        <translation>{0} Token/s</translation>
    </message>
    <message>
        <source>{0} characters</source>
        <translation>{0} Zeichen</translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation>Seed {0}</translation>
    </message>
    <message>
        <source>1 tie</source>
        <translation>1 Gleichstand</translation>
    </message>
    <message>
        <source>{0} ties</source>
        <translation>{0} Gleichstände</translation>
    </message>
    <message>
        <source>{0} won {1} and {2} won {3}. If both were equally good, a split at least this uneven would come up in {4} % of such comparisons (sign test, p = {5}).</source>
        <translation>{0} gewann {1}, {2} gewann {3}. Wären beide gleich gut, käme eine mindestens so ungleiche Verteilung in {4} % solcher Vergleiche vor (Vorzeichentest, p = {5}).</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>Zurück zum Text</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Nächste Änderung</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>Version {0}</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>What the editor shows</source>
        <translation>Was der Editor zeigt</translation>
    </message>
    <message>
        <source>Added lines: {0} · Removed lines: {1}</source>
        <translation>Hinzugefügte Zeilen: {0} · Entfernte Zeilen: {1}</translation>
    </message>
    <message>
        <source>Both say the same.</source>
        <translation>Beide sagen dasselbe.</translation>
    </message>
    <message>
        <source>Restore version {0}</source>
        <translation>Version {0} wiederherstellen</translation>
    </message>
</context>
<context>
    <name>ComparisonDatasetSheet</name>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Each pick becomes a row: the better reply over the other one, with what made both and whether it was judged blind. Picks between different prompts are left out.</source>
        <translation>Jede Wahl wird eine Zeile: die bessere Antwort über der anderen, mit dem, was beide erzeugt hat, und ob blind geurteilt wurde. Wahlen zwischen verschiedenen Prompts bleiben weg.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add picks to a data set</source>
        <translation>Auswahl in einen Datensatz aufnehmen</translation>
    </message>
    <message>
        <source>{0} rows so far</source>
        <translation>{0} Zeilen bisher</translation>
    </message>
    <message>
        <source>A new data set</source>
        <translation>Ein neuer Datensatz</translation>
    </message>
    <message>
        <source>{0} left out: {1}</source>
        <translation>{0} weggelassen: {1}</translation>
    </message>
    <message>
        <source>Already in {0}</source>
        <translation>Schon in {0}</translation>
    </message>
    <message>
        <source>Nothing was added to {0}</source>
        <translation>Nichts wurde in {0} aufgenommen</translation>
    </message>
    <message>
        <source>Added to {0}, rows now: {1}</source>
        <translation>Zu {0} hinzugefügt, Zeilen jetzt: {1}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Message {0}</source>
        <translation>Nachricht an {0}</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Nachricht schreiben</translation>
    </message>
    <message>
        <source>Cancel editing</source>
        <translation>Bearbeiten abbrechen</translation>
    </message>
    <message>
        <source>Stop the reply</source>
        <translation>Antwort anhalten</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>ContextMeter</name>
    <message>
        <source>{0} of {1} tokens</source>
        <translation>{0} von {1} Token</translation>
    </message>
    <message>
        <source>Context: {0}</source>
        <translation>Kontext: {0}</translation>
    </message>
</context>
<context>
    <name>ConversationDelegate</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
</context>
<context>
    <name>ConversationImport</name>
    <message>
        <source>Import conversations</source>
        <translation>Unterhaltungen importieren</translation>
    </message>
    <message>
        <source>Conversations ({0})</source>
        <translation>Unterhaltungen ({0})</translation>
    </message>
</context>
<context>
    <name>ConversationKeeping</name>
    <message>
        <source>the top</source>
        <translation>ganz oben</translation>
    </message>
    <message>
        <source>Moved to {0}</source>
        <translation>Nach {0} verschoben</translation>
    </message>
    <message>
        <source>{0} conversations deleted</source>
        <translation>{0} Unterhaltungen gelöscht</translation>
    </message>
    <message>
        <source>Conversation deleted</source>
        <translation>Unterhaltung gelöscht</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>A &quot;/&quot; makes a folder inside another.</source>
        <translation>Ein &quot;/&quot; macht einen Ordner in einem anderen.</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Rename conversation</source>
        <translation>Unterhaltung umbenennen</translation>
    </message>
    <message>
        <source>Pin or unpin conversation</source>
        <translation>Unterhaltung anheften oder lösen</translation>
    </message>
    <message>
        <source>Move to a folder</source>
        <translation>In einen Ordner verschieben</translation>
    </message>
    <message>
        <source>Add or remove tags</source>
        <translation>Schlagwörter hinzufügen oder entfernen</translation>
    </message>
    <message>
        <source>Export conversation</source>
        <translation>Unterhaltung exportieren</translation>
    </message>
    <message>
        <source>Copy conversation as Markdown</source>
        <translation>Unterhaltung als Markdown kopieren</translation>
    </message>
    <message>
        <source>Delete conversation</source>
        <translation>Unterhaltung löschen</translation>
    </message>
    <message>
        <source>Add thumbs up to a data set</source>
        <translation>Gelobte Antworten in einen Datensatz aufnehmen</translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation>Unterhaltungen importieren</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Go to the list of conversations</source>
        <translation>Zur Liste der Unterhaltungen</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>The last reply is good</source>
        <translation>Die letzte Antwort ist gut</translation>
    </message>
    <message>
        <source>The last reply is bad</source>
        <translation>Die letzte Antwort ist schlecht</translation>
    </message>
    <message>
        <source>Correct the last reply</source>
        <translation>Die letzte Antwort korrigieren</translation>
    </message>
    <message>
        <source>The last reply is better than its versions</source>
        <translation>Die letzte Antwort ist besser als ihre anderen Fassungen</translation>
    </message>
    <message>
        <source>Add the last reply to a data set</source>
        <translation>Die letzte Antwort in einen Datensatz aufnehmen</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>In Ordner verschieben</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>A folder that is not there is made. A &quot;/&quot; makes a folder inside another.</source>
        <translation>Ein Ordner, den es nicht gibt, wird angelegt. Ein &quot;/&quot; macht einen Ordner in einem anderen.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Separate tags with commas. A minus before a tag takes it away.</source>
        <translation>Schlagwörter mit Kommas trennen. Ein Minus davor entfernt ein Schlagwort.</translation>
    </message>
    <message>
        <source>Tags changed</source>
        <translation>Schlagwörter geändert</translation>
    </message>
    <message>
        <source>Pinned at the top</source>
        <translation>Oben angeheftet</translation>
    </message>
    <message>
        <source>No longer pinned</source>
        <translation>Nicht mehr angeheftet</translation>
    </message>
    <message>
        <source>Folder created</source>
        <translation>Ordner angelegt</translation>
    </message>
    <message>
        <source>Folder renamed</source>
        <translation>Ordner umbenannt</translation>
    </message>
    <message>
        <source>Folder dissolved; its conversations are kept</source>
        <translation>Ordner aufgelöst; seine Unterhaltungen bleiben</translation>
    </message>
    <message>
        <source>Copied as Markdown</source>
        <translation>Als Markdown kopiert</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Search conversations</source>
        <translation>Unterhaltungen durchsuchen</translation>
    </message>
    <message>
        <source>Your conversations will be listed here.</source>
        <translation>Hier stehen später die Unterhaltungen.</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Nothing matches. Try fewer words, their beginnings, or &quot;a phrase in quotes&quot;.</source>
        <translation>Nichts gefunden. Weniger Wörter versuchen, nur ihre Anfänge oder &quot;eine Wendung in Anführungszeichen&quot;.</translation>
    </message>
    <message>
        <source>Not all messages are indexed yet: {0} are left.</source>
        <translation>Noch sind nicht alle Nachrichten im Index: {0} fehlen.</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neue Unterhaltung</translation>
    </message>
    <message>
        <source>Folders, import, export and trash</source>
        <translation>Ordner, Import, Export und Papierkorb</translation>
    </message>
    <message>
        <source>No conversation has these tags.</source>
        <translation>Keine Unterhaltung hat diese Schlagwörter.</translation>
    </message>
</context>
<context>
    <name>ConversationMenu</name>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Pin at the top</source>
        <translation>Oben anheften</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Verschieben nach</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>Neuer Ordner…</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Kein Ordner</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Schlagwörter…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Add replies with a thumb up to a data set…</source>
        <translation>Gelobte Antworten in einen Datensatz aufnehmen…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>New folder inside…</source>
        <translation>Neuer Ordner darin…</translation>
    </message>
    <message>
        <source>Export its conversations…</source>
        <translation>Seine Unterhaltungen exportieren…</translation>
    </message>
    <message>
        <source>Dissolve folder</source>
        <translation>Ordner auflösen</translation>
    </message>
    <message>
        <source>Import conversations…</source>
        <translation>Unterhaltungen importieren…</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>Alle exportieren…</translation>
    </message>
    <message>
        <source>Trash…</source>
        <translation>Papierkorb…</translation>
    </message>
</context>
<context>
    <name>ConversationModel</name>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>Folder {0}, {1}, conversations: {2}</source>
        <translation>Ordner {0}, {1}, Unterhaltungen: {2}</translation>
    </message>
</context>
<context>
    <name>ConversationRows</name>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Last seven days</source>
        <translation>Letzte sieben Tage</translation>
    </message>
    <message>
        <source>Last thirty days</source>
        <translation>Letzte dreißig Tage</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
</context>
<context>
    <name>ConversationView</name>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
</context>
<context>
    <name>CorrectionSheet</name>
    <message>
        <source>What the reply said</source>
        <translation>Was die Antwort sagte</translation>
    </message>
    <message>
        <source>What it should have said</source>
        <translation>Was sie hätte sagen sollen</translation>
    </message>
    <message>
        <source>Keep correction</source>
        <translation>Korrektur behalten</translation>
    </message>
    <message>
        <source>Keep and add to data set…</source>
        <translation>Behalten und in Datensatz aufnehmen…</translation>
    </message>
    <message>
        <source>Remove correction</source>
        <translation>Korrektur entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Correct this reply</source>
        <translation>Diese Antwort korrigieren</translation>
    </message>
    <message>
        <source>The reply stays as it is. The correction is what a data set learns instead.</source>
        <translation>Die Antwort bleibt, wie sie ist. Ein Datensatz lernt stattdessen die Korrektur.</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Korrektur</translation>
    </message>
</context>
<context>
    <name>CurveChart</name>
    <message>
        <source>Over</source>
        <translation>Aufgetragen über</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Verluste</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Held-out</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Fit to view</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>No step yet: the curve begins with the first one.</source>
        <translation>Noch kein Schritt: Die Kurve beginnt mit dem ersten.</translation>
    </message>
    <message>
        <source>Losses of the runs</source>
        <translation>Verluste der Läufe</translation>
    </message>
    <message>
        <source>at step {0}</source>
        <translation>bei Schritt {0}</translation>
    </message>
    <message>
        <source>after {0} tokens</source>
        <translation>nach {0} Token</translation>
    </message>
    <message>
        <source>after {0}</source>
        <translation>nach {0}</translation>
    </message>
    <message>
        <source>training {0}</source>
        <translation>Training {0}</translation>
    </message>
    <message>
        <source>held-out {0}</source>
        <translation>zurückgehalten {0}</translation>
    </message>
</context>
<context>
    <name>Damaged</name>
    <message>
        <source>Repair it</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>In den Papierkorb legen</translation>
    </message>
    <message>
        <source>Repairing finds the versions that are in the folder again.</source>
        <translation>Das Reparieren findet die Versionen wieder, die im Ordner liegen.</translation>
    </message>
</context>
<context>
    <name>DataActions</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Add data files</source>
        <translation>Datendateien hinzufügen</translation>
    </message>
    <message>
        <source>Add a folder with data</source>
        <translation>Ordner mit Daten hinzufügen</translation>
    </message>
    <message>
        <source>Use the sample data</source>
        <translation>Die Beispieldaten nehmen</translation>
    </message>
    <message>
        <source>Search data sets</source>
        <translation>Datensätze durchsuchen</translation>
    </message>
    <message>
        <source>Next data set</source>
        <translation>Nächster Datensatz</translation>
    </message>
    <message>
        <source>Previous data set</source>
        <translation>Voriger Datensatz</translation>
    </message>
    <message>
        <source>Rename the data set</source>
        <translation>Datensatz umbenennen</translation>
    </message>
    <message>
        <source>Show as what the rows are read</source>
        <translation>Zeigen, als was die Zeilen gelesen werden</translation>
    </message>
    <message>
        <source>Choose the model that reads the rows</source>
        <translation>Modell wählen, das die Zeilen liest</translation>
    </message>
    <message>
        <source>Take in new rows</source>
        <translation>Neue Zeilen aufnehmen</translation>
    </message>
    <message>
        <source>Fine-tune on the data set</source>
        <translation>Mit dem Datensatz feintunen</translation>
    </message>
    <message>
        <source>Export or convert the data set</source>
        <translation>Datensatz exportieren oder umwandeln</translation>
    </message>
    <message>
        <source>Split the data set</source>
        <translation>Datensatz aufteilen</translation>
    </message>
    <message>
        <source>Mix data sets</source>
        <translation>Datensätze mischen</translation>
    </message>
    <message>
        <source>Keep a sample of the rows</source>
        <translation>Eine Stichprobe der Zeilen behalten</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>Zeilen filtern</translation>
    </message>
    <message>
        <source>Show the file in its folder</source>
        <translation>Datei in ihrem Ordner zeigen</translation>
    </message>
    <message>
        <source>Look at the rows again</source>
        <translation>Zeilen noch einmal ansehen</translation>
    </message>
    <message>
        <source>Stop what is being done</source>
        <translation>Laufende Arbeit anhalten</translation>
    </message>
    <message>
        <source>Put the data set into the trash</source>
        <translation>Datensatz in den Papierkorb legen</translation>
    </message>
    <message>
        <source>Repair the damaged data set</source>
        <translation>Beschädigten Datensatz reparieren</translation>
    </message>
    <message>
        <source>Show or hide the trash</source>
        <translation>Papierkorb ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Put the data set back</source>
        <translation>Datensatz zurücklegen</translation>
    </message>
    <message>
        <source>Show or hide the list</source>
        <translation>Liste ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Open the tab {0}</source>
        <translation>Reiter „{0}“ öffnen</translation>
    </message>
    <message>
        <source>Fine-tune on it</source>
        <translation>Damit feintunen</translation>
    </message>
    <message>
        <source>Export or convert…</source>
        <translation>Exportieren oder umwandeln…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Aufteilen…</translation>
    </message>
    <message>
        <source>Mix…</source>
        <translation>Mischen…</translation>
    </message>
    <message>
        <source>Sample…</source>
        <translation>Stichprobe…</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Filtern…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>In den Papierkorb legen</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Zurücklegen</translation>
    </message>
</context>
<context>
    <name>DataHeader</name>
    <message>
        <source>Show or hide the list</source>
        <translation>Liste ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Name of the data set</source>
        <translation>Name des Datensatzes</translation>
    </message>
    <message>
        <source>Model that reads the rows</source>
        <translation>Modell, das die Zeilen liest</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>Fine-tune</source>
        <translation>Fine-Tuning</translation>
    </message>
    <message>
        <source>Fine-tune a model on these rows</source>
        <translation>Ein Modell mit diesen Zeilen feintunen</translation>
    </message>
    <message>
        <source>More to do with the data set</source>
        <translation>Weitere Aktionen für den Datensatz</translation>
    </message>
    <message>
        <source>version {0} of {1}</source>
        <translation>Version {0} von {1}</translation>
    </message>
    <message>
        <source>Take in {0}</source>
        <translation>{0} aufnehmen</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message>
        <source>Shape of the rows: {0}</source>
        <translation>Format der Zeilen: {0}</translation>
    </message>
</context>
<context>
    <name>DataLook</name>
    <message>
        <source>Looking at the rows</source>
        <translation>Zeilen werden angesehen</translation>
    </message>
    <message>
        <source>Counting tokens with {0}</source>
        <translation>Token werden mit {0} gezählt</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>{0} taken in</source>
        <translation>{0} aufgenommen</translation>
    </message>
    <message>
        <source>Only the good replies are kept</source>
        <translation>Nur die guten Antworten bleiben</translation>
    </message>
    <message>
        <source>Version {0} is in use now</source>
        <translation>Version {0} ist jetzt in Gebrauch</translation>
    </message>
    <message>
        <source>{0} is in the library</source>
        <translation>{0} ist in der Bibliothek</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>{0} is in the trash</source>
        <translation>{0} ist im Papierkorb</translation>
    </message>
    <message>
        <source>{0} rows written to {1}</source>
        <translation>{0} Zeilen nach {1} geschrieben</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>The rows are read anew</source>
        <translation>Die Zeilen werden neu gelesen</translation>
    </message>
    <message>
        <source>Support tickets (sample)</source>
        <translation>Support-Tickets (Beispiel)</translation>
    </message>
</context>
<context>
    <name>DataSetList</name>
    <message>
        <source>Search data sets</source>
        <translation>Datensätze durchsuchen</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Datei hinzufügen…</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Trash ({0})</source>
        <translation>Papierkorb ({0})</translation>
    </message>
    <message>
        <source>Back to the data sets</source>
        <translation>Zurück zu den Datensätzen</translation>
    </message>
    <message>
        <source>Nothing here yet. Drop a file anywhere on this page.</source>
        <translation>Noch nichts da. Eine Datei irgendwo auf dieser Seite ablegen.</translation>
    </message>
    <message>
        <source>No data set is called that.</source>
        <translation>Kein Datensatz heißt so.</translation>
    </message>
</context>
<context>
    <name>DataStep</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Examples of good answers. A few hundred good ones do more than thousands of mixed ones.</source>
        <translation>Beispiele für gute Antworten. Ein paar hundert gute bewirken mehr als tausende gemischte.</translation>
    </message>
    <message>
        <source>Looking at the file</source>
        <translation>Datei wird angesehen</translation>
    </message>
    <message>
        <source>Taking the rows up into your data sets</source>
        <translation>Zeilen werden in die Datensätze aufgenommen</translation>
    </message>
    <message>
        <source>Looking at {name}</source>
        <translation>{name} wird angesehen</translation>
    </message>
    <message>
        <source>Train on the chosen replies</source>
        <translation>Mit den bevorzugten Antworten trainieren</translation>
    </message>
    <message>
        <source>Only the good replies are kept</source>
        <translation>Nur die guten Antworten bleiben</translation>
    </message>
</context>
<context>
    <name>DataTabs</name>
    <message>
        <source>What to see of the data set</source>
        <translation>Was vom Datensatz zu sehen ist</translation>
    </message>
    <message>
        <source>Tabs further left</source>
        <translation>Reiter weiter links</translation>
    </message>
    <message>
        <source>Tabs further right</source>
        <translation>Reiter weiter rechts</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Draft rows</source>
        <translation>Zeilen entwerfen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
</context>
<context>
    <name>DataWords</name>
    <message>
        <source>sure</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>a guess</source>
        <translation>geraten</translation>
    </message>
    <message>
        <source>from a file</source>
        <translation>aus einer Datei</translation>
    </message>
    <message>
        <source>from your chats</source>
        <translation>aus Chats</translation>
    </message>
    <message>
        <source>written by a model</source>
        <translation>von einem Modell geschrieben</translation>
    </message>
    <message>
        <source>made of other data sets</source>
        <translation>aus anderen Datensätzen gemacht</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>nicht benutzbar</translation>
    </message>
    <message>
        <source>rows not counted yet</source>
        <translation>Zeilen noch nicht gezählt</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>{0} Zeilen</translation>
    </message>
    <message>
        <source>1 new row</source>
        <translation>1 neue Zeile</translation>
    </message>
    <message>
        <source>{0} new rows</source>
        <translation>{0} neue Zeilen</translation>
    </message>
</context>
<context>
    <name>DatasetSheet</name>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add to data set</source>
        <translation>In Datensatz aufnehmen</translation>
    </message>
    <message>
        <source>Good reply</source>
        <translation>Gute Antwort</translation>
    </message>
    <message>
        <source>Over original</source>
        <translation>Vor Original</translation>
    </message>
    <message>
        <source>Over versions</source>
        <translation>Vor Fassungen</translation>
    </message>
    <message>
        <source>Kind of row</source>
        <translation>Art der Zeile</translation>
    </message>
    <message>
        <source>Every reply with a thumb up becomes a row, with what it answers.</source>
        <translation>Jede gelobte Antwort wird zu einer Zeile, mit dem, worauf sie antwortet.</translation>
    </message>
    <message>
        <source>This reply becomes the better one, the versions it was preferred to the worse ones.</source>
        <translation>Diese Antwort wird zur besseren, die Fassungen, denen sie vorgezogen wurde, zu den schlechteren.</translation>
    </message>
    <message>
        <source>The correction becomes the better reply, the original the worse one.</source>
        <translation>Die Korrektur wird zur besseren Antwort, das Original zur schlechteren.</translation>
    </message>
    <message>
        <source>The row says the correction in the place of the reply.</source>
        <translation>In der Zeile steht die Korrektur an Stelle der Antwort.</translation>
    </message>
    <message>
        <source>The conversation up to this reply becomes a row, with where it came from.</source>
        <translation>Die Unterhaltung bis zu dieser Antwort wird zu einer Zeile, mit ihrer Herkunft.</translation>
    </message>
    <message>
        <source>{0} rows so far</source>
        <translation>{0} Zeilen bisher</translation>
    </message>
    <message>
        <source>A new data set</source>
        <translation>Ein neuer Datensatz</translation>
    </message>
</context>
<context>
    <name>DetailsPopover</name>
    <message>
        <source>Details of the reply</source>
        <translation>Details der Antwort</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Dialogue</name>
    <message>
        <source>Esc stops the reply</source>
        <translation>Esc hält die Antwort an</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter makes a new line</source>
        <translation>Enter sendet, Umschalt+Enter macht eine neue Zeile</translation>
    </message>
    <message>
        <source>The reply has ended.</source>
        <translation>Die Antwort ist fertig.</translation>
    </message>
    <message>
        <source>The model has nothing to add to this reply.</source>
        <translation>Das Modell hat dieser Antwort nichts hinzuzufügen.</translation>
    </message>
    <message>
        <source>Editing a reply. The model&apos;s own words stay as a branch.</source>
        <translation>Eine Antwort wird bearbeitet. Die Worte des Modells bleiben als Zweig.</translation>
    </message>
    <message>
        <source>Editing an earlier message. The old version stays as a branch.</source>
        <translation>Eine frühere Nachricht wird bearbeitet. Die alte Fassung bleibt als Zweig.</translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message>
        <source>System prompt</source>
        <translation>Systemprompt</translation>
    </message>
    <message>
        <source>First message</source>
        <translation>Erste Nachricht</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Unterschiede</translation>
    </message>
</context>
<context>
    <name>DoctorCard</name>
    <message>
        <source>Check this installation</source>
        <translation>Diese Installation prüfen</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Prüfung läuft</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Starts every part once and says what is missing. Takes about half a minute.</source>
        <translation>Startet jeden Teil einmal und sagt, was fehlt. Dauert etwa eine halbe Minute.</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>Suche läuft</translation>
    </message>
</context>
<context>
    <name>DocumentField</name>
    <message>
        <source>Drop documents here</source>
        <translation>Dokumente hier ablegen</translation>
    </message>
    <message>
        <source>Text, Markdown, PDF or Word. They are read on this computer.</source>
        <translation>Text, Markdown, PDF oder Word. Gelesen werden sie auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Add documents…</source>
        <translation>Dokumente hinzufügen…</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Documents (*.txt *.md *.pdf *.docx *.rst *.html);;All files (*)</source>
        <translation>Dokumente (*.txt *.md *.pdf *.docx *.rst *.html);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>DraftActions</name>
    <message>
        <source>Drafted rows</source>
        <translation>Entworfene Zeilen</translation>
    </message>
    <message>
        <source>Accept the draft</source>
        <translation>Entwurf annehmen</translation>
    </message>
    <message>
        <source>Reject the draft</source>
        <translation>Entwurf ablehnen</translation>
    </message>
    <message>
        <source>Edit the draft</source>
        <translation>Entwurf bearbeiten</translation>
    </message>
    <message>
        <source>Take the last decision back</source>
        <translation>Letzte Entscheidung zurücknehmen</translation>
    </message>
    <message>
        <source>Next draft</source>
        <translation>Nächster Entwurf</translation>
    </message>
    <message>
        <source>Previous draft</source>
        <translation>Voriger Entwurf</translation>
    </message>
    <message>
        <source>Show or hide the passage</source>
        <translation>Textstelle ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Decide about the draft again</source>
        <translation>Neu über den Entwurf entscheiden</translation>
    </message>
    <message>
        <source>Accept all drafts</source>
        <translation>Alle Entwürfe annehmen</translation>
    </message>
    <message>
        <source>Add the accepted drafts to the data set</source>
        <translation>Angenommene Entwürfe in den Datensatz aufnehmen</translation>
    </message>
    <message>
        <source>Let a model draft rows</source>
        <translation>Zeilen von einem Modell entwerfen lassen</translation>
    </message>
    <message>
        <source>Stop drafting rows</source>
        <translation>Entwerfen von Zeilen anhalten</translation>
    </message>
    <message>
        <source>Set up what is drafted</source>
        <translation>Einrichten, was entworfen wird</translation>
    </message>
    <message>
        <source>Look at the new drafts</source>
        <translation>Neue Entwürfe ansehen</translation>
    </message>
    <message>
        <source>Look at the accepted drafts</source>
        <translation>Angenommene Entwürfe ansehen</translation>
    </message>
    <message>
        <source>Look at the rejected drafts</source>
        <translation>Abgelehnte Entwürfe ansehen</translation>
    </message>
    <message>
        <source>Choose rows to begin with for me</source>
        <translation>Ausgangszeilen automatisch wählen</translation>
    </message>
    <message>
        <source>Add documents to ask about</source>
        <translation>Dokumente hinzufügen, nach denen gefragt wird</translation>
    </message>
    <message>
        <source>Reset the instructions of drafting</source>
        <translation>Anweisungen zum Entwerfen zurücksetzen</translation>
    </message>
</context>
<context>
    <name>DraftCard</name>
    <message>
        <source>Drafted row: {0}</source>
        <translation>Entworfene Zeile: {0}</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Textstelle</translation>
    </message>
    <message>
        <source>synthetic</source>
        <translation>synthetisch</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>in the data set</source>
        <translation>im Datensatz</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Decide again</source>
        <translation>Neu entscheiden</translation>
    </message>
</context>
<context>
    <name>DraftCards</name>
    <message>
        <source>Drafted rows</source>
        <translation>Entworfene Zeilen</translation>
    </message>
    <message>
        <source>1 more comes after these</source>
        <translation>Danach kommt noch 1</translation>
    </message>
    <message>
        <source>{0} more come after these</source>
        <translation>Danach kommen noch {0}</translation>
    </message>
</context>
<context>
    <name>DraftFormView</name>
    <message>
        <source>Rows written by a model</source>
        <translation>Von einem Modell geschriebene Zeilen</translation>
    </message>
    <message>
        <source>Good for more of what you have: other topics, other wordings, questions about your own texts.</source>
        <translation>Gut für mehr vom Vorhandenen: andere Themen, andere Formulierungen, Fragen zu eigenen Texten.</translation>
    </message>
    <message>
        <source>Not good for knowledge or skill that the drafting model lacks: it makes things up, so no row counts until you have accepted it.</source>
        <translation>Nicht gut für Wissen oder Können, das dem entwerfenden Modell fehlt: Es erfindet Dinge, deshalb zählt eine Zeile erst, wenn sie angenommen ist.</translation>
    </message>
    <message>
        <source>Choose a model that drafts.</source>
        <translation>Ein Modell wählen, das entwirft.</translation>
    </message>
    <message>
        <source>Add a document to ask about.</source>
        <translation>Ein Dokument hinzufügen, nach dem gefragt wird.</translation>
    </message>
    <message>
        <source>Some row numbers cannot be read.</source>
        <translation>Einige Zeilennummern sind nicht lesbar.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>How many usable rows are wanted. What is dropped does not count.</source>
        <translation>Wie viele brauchbare Zeilen gewünscht sind. Verworfenes zählt nicht.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Higher varies more and errs more. At 0 the rows soon repeat each other.</source>
        <translation>Höher bringt mehr Vielfalt und mehr Fehler. Bei 0 wiederholen sich die Zeilen bald.</translation>
    </message>
    <message>
        <source>Rows to begin with</source>
        <translation>Ausgangszeilen</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>This is what the model is asked, word for word. What you change is kept.</source>
        <translation>Das wird das Modell gefragt, Wort für Wort. Änderungen bleiben erhalten.</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Model that drafts</source>
        <translation>Entwerfendes Modell</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Wie viel</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>Anweisung</translation>
    </message>
</context>
<context>
    <name>DraftHead</name>
    <message>
        <source>Accept all {0}</source>
        <translation>Alle {0} annehmen</translation>
    </message>
    <message>
        <source>Add {0} accepted rows</source>
        <translation>{0} angenommene Zeilen aufnehmen</translation>
    </message>
    <message>
        <source>Add the accepted row</source>
        <translation>Angenommene Zeile aufnehmen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>What to see of the drafts</source>
        <translation>Was von den Entwürfen zu sehen ist</translation>
    </message>
</context>
<context>
    <name>DraftInstructions</name>
    <message>
        <source>New prompts</source>
        <translation>Neue Prompts</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation>Fragen und Antworten</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>Andere Worte</translation>
    </message>
    <message>
        <source>Beginning of the text</source>
        <translation>Anfang des Textes</translation>
    </message>
</context>
<context>
    <name>DraftReview</name>
    <message>
        <source>Set up</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Some requests failed. The last one said: {0}</source>
        <translation>Einige Anfragen schlugen fehl. Die letzte meldete: {0}</translation>
    </message>
    <message>
        <source>A accepts, R rejects, E edits, Ctrl+Z takes back, ↑ and ↓ go on.</source>
        <translation>A nimmt an, R lehnt ab, E bearbeitet, Strg+Z nimmt zurück, ↑ und ↓ gehen weiter.</translation>
    </message>
    <message>
        <source>Nothing accepted</source>
        <translation>Nichts angenommen</translation>
    </message>
    <message>
        <source>What you accept stands here.</source>
        <translation>Angenommenes steht hier.</translation>
    </message>
    <message>
        <source>Nothing rejected</source>
        <translation>Nichts abgelehnt</translation>
    </message>
    <message>
        <source>What you reject is not offered again.</source>
        <translation>Abgelehntes wird nicht noch einmal vorgeschlagen.</translation>
    </message>
    <message>
        <source>The first rows are on their way</source>
        <translation>Die ersten Zeilen sind unterwegs</translation>
    </message>
    <message>
        <source>Each appears here as soon as the model has written it.</source>
        <translation>Jede erscheint hier, sobald das Modell sie geschrieben hat.</translation>
    </message>
    <message>
        <source>No drafts yet</source>
        <translation>Noch keine Entwürfe</translation>
    </message>
    <message>
        <source>Choose what to begin with, and let a model write the first ones.</source>
        <translation>Den Ausgangspunkt wählen und ein Modell die ersten schreiben lassen.</translation>
    </message>
    <message>
        <source>Nothing left to look at</source>
        <translation>Nichts mehr anzusehen</translation>
    </message>
    <message>
        <source>Every drafted row was decided about.</source>
        <translation>Über jede entworfene Zeile ist entschieden.</translation>
    </message>
</context>
<context>
    <name>DraftTab</name>
    <message>
        <source>{0} rows accepted; you had looked at {1} of them</source>
        <translation>{0} Zeilen angenommen, davon {1} angesehen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Reading what is drafted from</source>
        <translation>Die Grundlage für die Entwürfe wird gelesen</translation>
    </message>
    <message>
        <source>Drafting for another data set. {0}</source>
        <translation>Es wird für einen anderen Datensatz entworfen. {0}</translation>
    </message>
    <message>
        <source>{0} rows · {1} · {2}</source>
        <translation>{0} Zeilen · {1} · {2}</translation>
    </message>
    <message>
        <source>{0} drafted rows were added</source>
        <translation>{0} entworfene Zeilen wurden aufgenommen</translation>
    </message>
    <message>
        <source>1 drafted row was added</source>
        <translation>1 entworfene Zeile wurde aufgenommen</translation>
    </message>
    <message>
        <source>Make a new data set</source>
        <translation>Neuen Datensatz anlegen</translation>
    </message>
    <message>
        <source>{0} (drafted)</source>
        <translation>{0} (entworfen)</translation>
    </message>
</context>
<context>
    <name>DraftWays</name>
    <message>
        <source>From examples</source>
        <translation>Aus Beispielen</translation>
    </message>
    <message>
        <source>New prompts like those of your rows, each with a reply.</source>
        <translation>Neue Prompts wie die in den eigenen Zeilen, jeder mit einer Antwort.</translation>
    </message>
    <message>
        <source>From documents</source>
        <translation>Aus Dokumenten</translation>
    </message>
    <message>
        <source>Questions about your texts, with answers that stand in them.</source>
        <translation>Fragen zu eigenen Texten, mit Antworten, die darin stehen.</translation>
    </message>
    <message>
        <source>Variations of rows</source>
        <translation>Varianten von Zeilen</translation>
    </message>
    <message>
        <source>The prompts of rows in other words, with the reply they have.</source>
        <translation>Die Prompts von Zeilen in anderen Worten, mit der vorhandenen Antwort.</translation>
    </message>
</context>
<context>
    <name>DraftWords</name>
    <message>
        <source>not what was asked for: {0}</source>
        <translation>nicht das Verlangte: {0}</translation>
    </message>
    <message>
        <source>cut off: {0}</source>
        <translation>abgeschnitten: {0}</translation>
    </message>
    <message>
        <source>empty: {0}</source>
        <translation>leer: {0}</translation>
    </message>
    <message>
        <source>refusals: {0}</source>
        <translation>Weigerungen: {0}</translation>
    </message>
    <message>
        <source>replies that repeat the prompt: {0}</source>
        <translation>Antworten, die den Prompt wiederholen: {0}</translation>
    </message>
    <message>
        <source>running in circles: {0}</source>
        <translation>im Kreis gelaufen: {0}</translation>
    </message>
    <message>
        <source>too much like a row: {0}</source>
        <translation>einer Zeile zu ähnlich: {0}</translation>
    </message>
    <message>
        <source>too much like another draft: {0}</source>
        <translation>einem anderen Entwurf zu ähnlich: {0}</translation>
    </message>
    <message>
        <source>like one you rejected: {0}</source>
        <translation>einem abgelehnten ähnlich: {0}</translation>
    </message>
    <message>
        <source>not supported by the passage: {0}</source>
        <translation>nicht durch die Textstelle belegt: {0}</translation>
    </message>
    <message>
        <source>without a number of the prompt: {0}</source>
        <translation>ohne eine Zahl aus dem Prompt: {0}</translation>
    </message>
    <message>
        <source>requests that failed: {0}</source>
        <translation>fehlgeschlagene Anfragen: {0}</translation>
    </message>
    <message>
        <source>Dropped {0}</source>
        <translation>{0} verworfen</translation>
    </message>
    <message>
        <source>{0} of the reply&apos;s words stand in the passage</source>
        <translation>{0} der Wörter der Antwort stehen in der Textstelle</translation>
    </message>
    <message>
        <source>{0} like row {1}</source>
        <translation>{0} Ähnlichkeit mit Zeile {1}</translation>
    </message>
    <message>
        <source>{0} like another draft</source>
        <translation>{0} Ähnlichkeit mit einem anderen Entwurf</translation>
    </message>
    <message>
        <source>From {0}, passage {1}</source>
        <translation>Aus {0}, Textstelle {1}</translation>
    </message>
    <message>
        <source>Row {0} in other words</source>
        <translation>Zeile {0} in anderen Worten</translation>
    </message>
    <message>
        <source>After rows {0}</source>
        <translation>Vorbild: Zeilen {0}</translation>
    </message>
    <message>
        <source>After accepted drafts</source>
        <translation>Vorbild: angenommene Entwürfe</translation>
    </message>
    <message>
        <source>{0} of {1} rows</source>
        <translation>{0} von {1} Zeilen</translation>
    </message>
    <message>
        <source>{0} a minute</source>
        <translation>{0} pro Minute</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>noch {0}</translation>
    </message>
    <message>
        <source>Compared with {0} of {1} rows</source>
        <translation>Verglichen mit {0} von {1} Zeilen</translation>
    </message>
</context>
<context>
    <name>DropSign</name>
    <message>
        <source>Drop to add</source>
        <translation>Zum Hinzufügen ablegen</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop a data file here</source>
        <translation>Hier eine Datendatei ablegen</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Use the sample tickets</source>
        <translation>Die Beispiel-Tickets nehmen</translation>
    </message>
    <message>
        <source>Drop your examples here</source>
        <translation>Hier die Beispiele ablegen</translation>
    </message>
    <message>
        <source>A file or a folder: chats, prompt and reply, tables, instructions, or plain text.</source>
        <translation>Eine Datei oder ein Ordner: Chats, Prompts mit Antworten, Tabellen, Anweisungen oder schlichter Text.</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Choose one of your data sets</source>
        <translation>Einen vorhandenen Datensatz wählen</translation>
    </message>
    <message>
        <source>Keep the present data</source>
        <translation>Bisherige Daten behalten</translation>
    </message>
    <message>
        <source>Data file</source>
        <translation>Datendatei</translation>
    </message>
    <message>
        <source>Data files</source>
        <translation>Datendateien</translation>
    </message>
    <message>
        <source>Folder with data</source>
        <translation>Ordner mit Daten</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
</context>
<context>
    <name>EndStep</name>
    <message>
        <source>That is the way round</source>
        <translation>Das ist der Weg</translation>
    </message>
    <message>
        <source>{0} finds every command, conversation and model by a few letters. {1} lists the shortcuts, which you can change. A model of your own is added on the Models page. The tour can be taken again from the settings.</source>
        <translation>{0} findet jeden Befehl, jede Unterhaltung und jedes Modell mit ein paar Buchstaben. {1} zeigt die Tastenkürzel, die sich ändern lassen. Ein eigenes Modell kommt auf der Seite „Modelle“ hinzu. Die Tour lässt sich in den Einstellungen wiederholen.</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>EndpointCard</name>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>EndpointForm</name>
    <message>
        <source>Name of the endpoint</source>
        <translation>Name des Endpunkts</translation>
    </message>
    <message>
        <source>my-server</source>
        <translation>mein-server</translation>
    </message>
    <message>
        <source>Address of the endpoint</source>
        <translation>Adresse des Endpunkts</translation>
    </message>
    <message>
        <source>Key of the endpoint</source>
        <translation>Schlüssel des Endpunkts</translation>
    </message>
    <message>
        <source>Model of the endpoint</source>
        <translation>Modell des Endpunkts</translation>
    </message>
    <message>
        <source>A test lists what the server has</source>
        <translation>Ein Test listet auf, was der Server hat</translation>
    </message>
    <message>
        <source>Models of the server</source>
        <translation>Modelle des Servers</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keyring. Leave it empty if the server needs none.</source>
        <translation>Kommt in den Schlüsselbund des Systems. Leer lassen, wenn der Server keinen braucht.</translation>
    </message>
    <message>
        <source>Add an endpoint</source>
        <translation>Endpunkt hinzufügen</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt…</translation>
    </message>
    <message>
        <source>It answers: {0}, {1}.</source>
        <translation>Er antwortet: {0}, {1}.</translation>
    </message>
</context>
<context>
    <name>EndpointSection</name>
    <message>
        <source>Add an endpoint</source>
        <translation>Endpunkt hinzufügen</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Models behind an OpenAI-compatible server: llama-server, vLLM, Ollama, LM Studio or a hosted API. What you say to them is sent there.</source>
        <translation>Modelle hinter einem OpenAI-kompatiblen Server: llama-server, vLLM, Ollama, LM Studio oder eine gehostete API. Was man ihnen sagt, wird dorthin gesendet.</translation>
    </message>
    <message>
        <source>{0} was added</source>
        <translation>{0} wurde hinzugefügt</translation>
    </message>
    <message>
        <source>Asking {0}…</source>
        <translation>{0} wird gefragt…</translation>
    </message>
    <message>
        <source>{0} answers: {1}, {2}</source>
        <translation>{0} antwortet: {1}, {2}</translation>
    </message>
    <message>
        <source>{0} was removed</source>
        <translation>{0} wurde entfernt</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>EngineCard</name>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Taken the next time a model is loaded.</source>
        <translation>Gilt ab dem nächsten Laden eines Modells.</translation>
    </message>
</context>
<context>
    <name>EngineDot</name>
    <message>
        <source>Working</source>
        <translation>Arbeitet</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Ruht</translation>
    </message>
    <message>
        <source>No model is in memory.</source>
        <translation>Kein Modell ist im Speicher.</translation>
    </message>
    <message>
        <source>Engine: {0}</source>
        <translation>Engine: {0}</translation>
    </message>
</context>
<context>
    <name>EngineRow</name>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
</context>
<context>
    <name>EventLog</name>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Technical log</source>
        <translation>Technisches Protokoll</translation>
    </message>
</context>
<context>
    <name>EventWords</name>
    <message>
        <source>Checkpoint at step {step} saved ({size}).</source>
        <translation>Checkpoint bei Schritt {step} gespeichert ({size}).</translation>
    </message>
    <message>
        <source>The run has finished.</source>
        <translation>Der Lauf ist fertig.</translation>
    </message>
    <message>
        <source>Stopped. The checkpoint is kept; the run can be resumed from it.</source>
        <translation>Angehalten. Der Checkpoint bleibt; der Lauf lässt sich von dort fortsetzen.</translation>
    </message>
    <message>
        <source>Training {adapter} of {all} parameters on {rows} rows ({tokens} trained tokens) with {device}; {held_out} rows are held out.</source>
        <translation>Trainiert werden {adapter} von {all} Parametern mit {rows} Zeilen ({tokens} trainierte Token) auf {device}; {held_out} Zeilen sind zurückgehalten.</translation>
    </message>
    <message>
        <source> {n} rows are cut to the context length.</source>
        <translation> {n} Zeilen werden auf die Kontextlänge gekürzt.</translation>
    </message>
    <message>
        <source> {n} rows cannot be used.</source>
        <translation> {n} Zeilen sind nicht verwendbar.</translation>
    </message>
    <message>
        <source> Resumed from step {n}.</source>
        <translation> Fortgesetzt ab Schritt {n}.</translation>
    </message>
    <message>
        <source>The base model on the held-out rows: loss {loss}, token accuracy {accuracy}.</source>
        <translation>Das Basismodell auf den zurückgehaltenen Zeilen: Verlust {loss}, Token-Genauigkeit {accuracy}.</translation>
    </message>
    <message>
        <source>Step {step}: held-out loss {loss}, token accuracy {accuracy}.</source>
        <translation>Schritt {step}: zurückgehaltener Verlust {loss}, Token-Genauigkeit {accuracy}.</translation>
    </message>
</context>
<context>
    <name>ExactPanel</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Show white space</source>
        <translation>Leerzeichen zeigen</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Copy the token ids</source>
        <translation>Token-Nummern kopieren</translation>
    </message>
    <message>
        <source>Text copied</source>
        <translation>Text kopiert</translation>
    </message>
    <message>
        <source>Token ids copied</source>
        <translation>Token-Nummern kopiert</translation>
    </message>
    <message>
        <source>Exact view</source>
        <translation>Exakte Ansicht</translation>
    </message>
    <message>
        <source>Switch between text and tokens</source>
        <translation>Zwischen Text und Token wechseln</translation>
    </message>
    <message>
        <source>Show or hide white space</source>
        <translation>Leerzeichen ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Copy what the model gets</source>
        <translation>Kopieren, was das Modell bekommt</translation>
    </message>
    <message>
        <source>Search in what the model gets</source>
        <translation>In dem suchen, was das Modell bekommt</translation>
    </message>
    <message>
        <source>This cannot be shown</source>
        <translation>Das lässt sich nicht zeigen</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>Noch kein Modell</translation>
    </message>
    <message>
        <source>Choose a model: its template and its tokens are shown here.</source>
        <translation>Ein Modell wählen: Seine Vorlage und seine Token stehen dann hier.</translation>
    </message>
    <message>
        <source>Nothing to send yet</source>
        <translation>Noch nichts zu senden</translation>
    </message>
    <message>
        <source>Write a message or a system prompt. What the model gets is shown here as you type.</source>
        <translation>Eine Nachricht oder einen Systemprompt schreiben. Was das Modell bekommt, steht schon beim Tippen hier.</translation>
    </message>
    <message>
        <source>1 earlier message is left out, because it does not fit.</source>
        <translation>1 frühere Nachricht wird ausgelassen, weil sie nicht passt.</translation>
    </message>
    <message>
        <source>{0} earlier messages are left out, because they do not fit.</source>
        <translation>{0} frühere Nachrichten werden ausgelassen, weil sie nicht passen.</translation>
    </message>
    <message>
        <source>{0}: characters {1} to {2}</source>
        <translation>{0}: Zeichen {1} bis {2}</translation>
    </message>
    <message>
        <source>Token {0} of {1} · id {2} · {3} · bytes {4} · {5}</source>
        <translation>Token {0} von {1} · Nummer {2} · {3} · Bytes {4} · {5}</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
</context>
<context>
    <name>ExactStep</name>
    <message>
        <source>See what the model really gets</source>
        <translation>Sehen, was das Modell wirklich bekommt</translation>
    </message>
    <message>
        <source>A model reads one long text: system prompt, examples and every turn, with marks that you never typed. The exact view shows it token by token, and how much of the model&apos;s window it takes.</source>
        <translation>Ein Modell liest einen einzigen langen Text: Systemprompt, Beispiele und jeden Beitrag, mit Marken, die niemand getippt hat. Die exakte Ansicht zeigt ihn Token für Token, und wie viel vom Fenster des Modells er füllt.</translation>
    </message>
    <message>
        <source>The colours tell where each part comes from. Choose any part to see its tokens.</source>
        <translation>Die Farben zeigen, woher jeder Teil kommt. Ein Klick auf einen Teil zeigt seine Token.</translation>
    </message>
</context>
<context>
    <name>Exactness</name>
    <message>
        <source>Exact mode</source>
        <translation>Exakter Modus</translation>
    </message>
    <message>
        <source>Each request is read alone and anew: the same seed gives the same reply, whatever else runs. Slower in long conversations.</source>
        <translation>Jede Anfrage wird allein und von Anfang an gelesen: Derselbe Seed ergibt dieselbe Antwort, was auch sonst läuft. Langsamer in langen Unterhaltungen.</translation>
    </message>
    <message>
        <source>Make replies exactly</source>
        <translation>Antworten exakt erzeugen</translation>
    </message>
</context>
<context>
    <name>ExamplePicker</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search examples</source>
        <translation>Beispiele suchen</translation>
    </message>
    <message>
        <source>Examples that can be taken</source>
        <translation>Beispiele zum Übernehmen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Space or a click takes one.</source>
        <translation>Leertaste oder Klick übernimmt eines.</translation>
    </message>
    <message>
        <source>Add {0}</source>
        <translation>{0} hinzufügen</translation>
    </message>
</context>
<context>
    <name>ExamplesPanel</name>
    <message>
        <source>Shown to the model before everything that is said here.</source>
        <translation>Wird dem Modell vor allem gezeigt, was hier gesagt wird.</translation>
    </message>
</context>
<context>
    <name>ExportPopover</name>
    <message>
        <source>Export {0} conversations</source>
        <translation>{0} Unterhaltungen exportieren</translation>
    </message>
    <message>
        <source>Export conversation</source>
        <translation>Unterhaltung exportieren</translation>
    </message>
    <message>
        <source>Markdown and HTML hold the branch that is shown; JSON holds everything.</source>
        <translation>Markdown und HTML enthalten den gezeigten Zweig; JSON enthält alles.</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Ordner für die Dateien</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Exported to {0}</source>
        <translation>Nach {0} exportiert</translation>
    </message>
    <message>
        <source>{0} files written</source>
        <translation>{0} Dateien geschrieben</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>ExportSheet</name>
    <message>
        <source>Shape</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Dateiart</translation>
    </message>
    <message>
        <source>Write the file…</source>
        <translation>Datei schreiben…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>{0} of {1}, as they are in version {2}.</source>
        <translation>{0} von {1}, wie sie in Version {2} sind.</translation>
    </message>
    <message>
        <source>Export or convert</source>
        <translation>Exportieren oder umwandeln</translation>
    </message>
    <message>
        <source>Shape of the rows</source>
        <translation>Format der Zeilen</translation>
    </message>
    <message>
        <source>Looking whether all rows can be written so…</source>
        <translation>Es wird geprüft, ob sich alle Zeilen so schreiben lassen…</translation>
    </message>
    <message>
        <source>All rows can be written so.</source>
        <translation>Alle Zeilen lassen sich so schreiben.</translation>
    </message>
    <message>
        <source>The first {0} rows can be written so.</source>
        <translation>Die ersten {0} Zeilen lassen sich so schreiben.</translation>
    </message>
    <message>
        <source>{0} of {1} rows cannot be written so and are left out: {2}</source>
        <translation>{0} von {1} Zeilen lassen sich nicht so schreiben und werden ausgelassen: {2}</translation>
    </message>
    <message>
        <source>Write the rows to</source>
        <translation>Zeilen schreiben nach</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>HTML page</source>
        <translation>HTML-Seite</translation>
    </message>
    <message>
        <source>Hone JSON (everything, with all branches)</source>
        <translation>Hone-JSON (alles, mit allen Zweigen)</translation>
    </message>
</context>
<context>
    <name>FactGrid</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Best held-out loss</source>
        <translation>Bester zurückgehaltener Verlust</translation>
    </message>
    <message>
        <source>Against the base model</source>
        <translation>Gegenüber dem Basismodell</translation>
    </message>
    <message>
        <source>Token accuracy</source>
        <translation>Token-Genauigkeit</translation>
    </message>
    <message>
        <source>Best step</source>
        <translation>Bester Schritt</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>Adapter</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Auf der Platte</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Checkpoints</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>What differs in the plans</source>
        <translation>Unterschiede der Pläne</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>Der Plan</translation>
    </message>
    <message>
        <source>Nothing: these runs have the same plan.</source>
        <translation>Keine: Diese Läufe haben denselben Plan.</translation>
    </message>
</context>
<context>
    <name>FeedbackCommands</name>
    <message>
        <source>Kept as the better reply</source>
        <translation>Als bessere Antwort behalten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>FeedbackCorrection</name>
    <message>
        <source>Correction kept</source>
        <translation>Korrektur behalten</translation>
    </message>
    <message>
        <source>Correction removed</source>
        <translation>Korrektur entfernt</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>FeedbackDatasets</name>
    <message>
        <source>Already in {0}</source>
        <translation>Schon in {0}</translation>
    </message>
    <message>
        <source>Added to {0}, rows now: {1}</source>
        <translation>Zu {0} hinzugefügt, Zeilen jetzt: {1}</translation>
    </message>
    <message>
        <source>{0} could not be taken</source>
        <translation>{0} ließen sich nicht übernehmen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Open in Data</source>
        <translation>In „Daten“ öffnen</translation>
    </message>
</context>
<context>
    <name>FewShotEditor</name>
    <message>
        <source>How examples are shown</source>
        <translation>Wie Beispiele gezeigt werden</translation>
    </message>
    <message>
        <source>As turns</source>
        <translation>Als Beiträge</translation>
    </message>
    <message>
        <source>In the system prompt</source>
        <translation>Im Systemprompt</translation>
    </message>
    <message>
        <source>Show the model what you want: add an input and the output that you would have liked.</source>
        <translation>Dem Modell zeigen, was gewünscht ist: eine Eingabe hinzufügen und die Ausgabe, die gut gewesen wäre.</translation>
    </message>
    <message>
        <source>Add an example</source>
        <translation>Beispiel hinzufügen</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Aus einer Datei…</translation>
    </message>
    <message>
        <source>From a conversation…</source>
        <translation>Aus einer Unterhaltung…</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Move the example up</source>
        <translation>Beispiel nach oben</translation>
    </message>
    <message>
        <source>Move the example down</source>
        <translation>Beispiel nach unten</translation>
    </message>
    <message>
        <source>Take examples from a file</source>
        <translation>Beispiele aus einer Datei nehmen</translation>
    </message>
    <message>
        <source>Take examples from a conversation</source>
        <translation>Beispiele aus einer Unterhaltung nehmen</translation>
    </message>
    <message>
        <source>{0} of {1} examples are on.</source>
        <translation>{0} von {1} Beispielen sind an.</translation>
    </message>
    <message>
        <source>{0} of {1} examples are on, {2} tokens of {3}.</source>
        <translation>{0} von {1} Beispielen sind an, {2} Token von {3}.</translation>
    </message>
    <message>
        <source>Example deleted</source>
        <translation>Beispiel gelöscht</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Other examples are shown now: nothing was undone.</source>
        <translation>Jetzt werden andere Beispiele gezeigt: Nichts wurde rückgängig gemacht.</translation>
    </message>
    <message>
        <source>There is no conversation yet.</source>
        <translation>Noch gibt es keine Unterhaltung.</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>{0} holds no replies yet.</source>
        <translation>{0} enthält noch keine Antworten.</translation>
    </message>
    <message>
        <source>Only the first {0} rows are shown.</source>
        <translation>Nur die ersten {0} Zeilen werden gezeigt.</translation>
    </message>
</context>
<context>
    <name>FewShotRow</name>
    <message>
        <source>Input: what is said to the model</source>
        <translation>Eingabe: was dem Modell gesagt wird</translation>
    </message>
    <message>
        <source>Output: what it should reply</source>
        <translation>Ausgabe: was es antworten soll</translation>
    </message>
    <message>
        <source>Example {0}</source>
        <translation>Beispiel {0}</translation>
    </message>
    <message>
        <source>Input of example {0}</source>
        <translation>Eingabe von Beispiel {0}</translation>
    </message>
    <message>
        <source>Output of example {0}</source>
        <translation>Ausgabe von Beispiel {0}</translation>
    </message>
    <message>
        <source>Show example {0} to the model</source>
        <translation>Beispiel {0} dem Modell zeigen</translation>
    </message>
    <message>
        <source>Move example {0}</source>
        <translation>Beispiel {0} verschieben</translation>
    </message>
    <message>
        <source>Duplicate example {0}</source>
        <translation>Beispiel {0} verdoppeln</translation>
    </message>
    <message>
        <source>Delete example {0}</source>
        <translation>Beispiel {0} löschen</translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation>{0} Token</translation>
    </message>
</context>
<context>
    <name>FieldChoice</name>
    <message>
        <source>No column</source>
        <translation>Keine Spalte</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>nötig</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Reset {0} to {1}</source>
        <translation>{0} auf {1} zurücksetzen</translation>
    </message>
    <message>
        <source>From {0} to {1}.</source>
        <translation>Von {0} bis {1}.</translation>
    </message>
    <message>
        <source>Default after: {0}.</source>
        <translation>Standard nach: {0}.</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>1 or 2 keeps the text&apos;s surprise constant, in place of all other samplers but the temperature; 0 turns it off.</source>
        <translation>1 oder 2 hält die Überraschung des Textes gleich, anstelle aller anderen Sampler außer der Temperatur; 0 schaltet es ab.</translation>
    </message>
    <message>
        <source>Above 1 makes tokens of the penalty window less likely, by this factor on the logit.</source>
        <translation>Über 1 macht Token aus dem Straffenster unwahrscheinlicher, um diesen Faktor am Logit.</translation>
    </message>
    <message>
        <source>Adapted layers</source>
        <translation>Angepasste Schichten</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Auto: as many as fit. 0: the processor does all the work.</source>
        <translation>Auto: so viele wie passen. 0: Der Prozessor rechnet alles.</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Checkpoints</translation>
    </message>
    <message>
        <source>Computes parts twice instead of keeping them: much less memory, about a third more time.</source>
        <translation>Rechnet Teile zweimal, statt sie zu behalten: viel weniger Speicher, etwa ein Drittel mehr Zeit.</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>Kontextlänge</translation>
    </message>
    <message>
        <source>DRY allowed length</source>
        <translation>DRY: erlaubte Länge</translation>
    </message>
    <message>
        <source>DRY base</source>
        <translation>DRY: Basis</translation>
    </message>
    <message>
        <source>DRY multiplier</source>
        <translation>DRY: Multiplikator</translation>
    </message>
    <message>
        <source>DRY window</source>
        <translation>DRY: Fenster</translation>
    </message>
    <message>
        <source>Decides the order of rows and the adapter&apos;s first weights; the same seed repeats a run.</source>
        <translation>Bestimmt die Reihenfolge der Zeilen und die ersten Gewichte des Adapters; derselbe Seed wiederholt einen Lauf.</translation>
    </message>
    <message>
        <source>Decides which rows are held out.</source>
        <translation>Bestimmt, welche Zeilen zurückgehalten werden.</translation>
    </message>
    <message>
        <source>Divides the logits: higher is more varied, 0 always takes the likeliest token.</source>
        <translation>Teilt die Logits: höher ist abwechslungsreicher, 0 nimmt immer das wahrscheinlichste Token.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Dynamic temperature</source>
        <translation>Dynamische Temperatur</translation>
    </message>
    <message>
        <source>Dynamic temperature exponent</source>
        <translation>Exponent der dynamischen Temperatur</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>Auswertungen</translation>
    </message>
    <message>
        <source>Flash attention</source>
        <translation>Flash Attention</translation>
    </message>
    <message>
        <source>Frequency penalty</source>
        <translation>Häufigkeitsstrafe</translation>
    </message>
    <message>
        <source>Gives its memory back when nobody has asked for anything. 0: never.</source>
        <translation>Gibt seinen Speicher zurück, wenn niemand etwas gefragt hat. 0: nie.</translation>
    </message>
    <message>
        <source>Gradient accumulation</source>
        <translation>Gradienten-Akkumulation</translation>
    </message>
    <message>
        <source>Gradient checkpointing</source>
        <translation>Gradient Checkpointing</translation>
    </message>
    <message>
        <source>Held-out share</source>
        <translation>Zurückgehaltener Anteil</translation>
    </message>
    <message>
        <source>How a GGUF keeps what it has read. Auto: f16, else what fits.</source>
        <translation>Wie ein GGUF behält, was es gelesen hat. Auto: f16, sonst was passt.</translation>
    </message>
    <message>
        <source>How far each step moves the adapter; the value that matters most.</source>
        <translation>Wie weit jeder Schritt den Adapter bewegt; der wichtigste Wert.</translation>
    </message>
    <message>
        <source>How fast Mirostat corrects itself.</source>
        <translation>Wie schnell Mirostat sich selbst korrigiert.</translation>
    </message>
    <message>
        <source>How long the model is asked to think.</source>
        <translation>Wie lange das Modell nachdenken soll.</translation>
    </message>
    <message>
        <source>How many of the last tokens DRY looks at; 0 turns it off.</source>
        <translation>Wie viele der letzten Token DRY ansieht; 0 schaltet es ab.</translation>
    </message>
    <message>
        <source>How many of the last tokens, those of the prompt included, the three penalties look at; 0 turns them off.</source>
        <translation>Wie viele der letzten Token, auch die des Prompts, die drei Strafen ansehen; 0 schaltet sie ab.</translation>
    </message>
    <message>
        <source>How much of a conversation the model sees. Auto: up to 8,192, as far as memory allows.</source>
        <translation>Wie viel einer Unterhaltung das Modell sieht. Auto: bis 8.192, so weit der Speicher reicht.</translation>
    </message>
    <message>
        <source>How often each row is trained; parts of an epoch are allowed.</source>
        <translation>Wie oft jede Zeile trainiert wird; Teile einer Epoche sind möglich.</translation>
    </message>
    <message>
        <source>How often the held-out rows are measured during the run; 0 never.</source>
        <translation>Wie oft die zurückgehaltenen Zeilen während des Laufs gemessen werden; 0: nie.</translation>
    </message>
    <message>
        <source>How often the likeliest tokens are removed, for less common ones; 0 turns it off.</source>
        <translation>Wie oft die wahrscheinlichsten Token zugunsten seltenerer entfernt werden; 0 schaltet es ab.</translation>
    </message>
    <message>
        <source>How often the run is saved, so that it can go on after a stop or a crash.</source>
        <translation>Wie oft der Lauf gespeichert wird, damit er nach Stopp oder Absturz weitergehen kann.</translation>
    </message>
    <message>
        <source>How strongly repeating a sequence that came before is punished; 0 turns it off.</source>
        <translation>Wie stark es bestraft wird, eine frühere Folge zu wiederholen; 0 schaltet es ab.</translation>
    </message>
    <message>
        <source>How the learning rate falls after the warm-up.</source>
        <translation>Wie die Lernrate nach dem Anlauf fällt.</translation>
    </message>
    <message>
        <source>How the uncertainty maps to the temperature: 1 is in proportion, above 1 lower at first.</source>
        <translation>Wie Unsicherheit zu Temperatur wird: 1 ist proportional, über 1 anfangs niedriger.</translation>
    </message>
    <message>
        <source>In how many directions each weight matrix may change; more holds more, and needs more memory.</source>
        <translation>In wie viele Richtungen sich jede Gewichtsmatrix ändern darf; mehr fasst mehr und braucht mehr Speicher.</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>KV-Cache</translation>
    </message>
    <message>
        <source>Largest gradient norm</source>
        <translation>Größte Gradientennorm</translation>
    </message>
    <message>
        <source>Layers on the GPU</source>
        <translation>Schichten auf der GPU</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Lets the model write a reasoning block first.</source>
        <translation>Lässt das Modell zuerst einen Gedankengang schreiben.</translation>
    </message>
    <message>
        <source>Lets the model write a reasoning block first. Off, its template closes the block at once.</source>
        <translation>Lässt das Modell zuerst einen Gedankengang schreiben. Aus: Seine Vorlage schließt ihn sofort.</translation>
    </message>
    <message>
        <source>Longer gradients are shortened to this; 0 turns it off. Try 0.3 after spikes of the loss.</source>
        <translation>Längere Gradienten werden hierauf gekürzt; 0 schaltet es ab. Nach Sprüngen des Verlusts 0,3 versuchen.</translation>
    </message>
    <message>
        <source>Longer rows are cut here; memory grows with it.</source>
        <translation>Längere Zeilen werden hier gekürzt; der Speicher wächst damit.</translation>
    </message>
    <message>
        <source>Lowers a token&apos;s logit by this much for each time it stands in the penalty window.</source>
        <translation>Senkt das Logit eines Tokens um so viel für jedes Mal, das es im Straffenster steht.</translation>
    </message>
    <message>
        <source>Lowers the logit of every token that stands in the penalty window by this much.</source>
        <translation>Senkt das Logit jedes Tokens im Straffenster um so viel.</translation>
    </message>
    <message>
        <source>Max tokens</source>
        <translation>Höchstzahl Token</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Mirostat</source>
        <translation>Mirostat</translation>
    </message>
    <message>
        <source>Mirostat rate</source>
        <translation>Mirostat: Rate</translation>
    </message>
    <message>
        <source>Mirostat target</source>
        <translation>Mirostat: Ziel</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Only the k likeliest tokens may be chosen; 0 turns it off.</source>
        <translation>Nur die k wahrscheinlichsten Token kommen in Frage; 0 schaltet es ab.</translation>
    </message>
    <message>
        <source>Only the likeliest tokens that together reach this probability; 1 turns it off.</source>
        <translation>Nur die wahrscheinlichsten Token, die zusammen diese Wahrscheinlichkeit erreichen; 1 schaltet es ab.</translation>
    </message>
    <message>
        <source>Only tokens at least this fraction as likely as the likeliest; 0 turns it off.</source>
        <translation>Nur Token, die mindestens diesen Bruchteil so wahrscheinlich sind wie das wahrscheinlichste; 0 schaltet es ab.</translation>
    </message>
    <message>
        <source>Only tokens whose surprise is near the expected one, up to this probability; 1 turns it off.</source>
        <translation>Nur Token, deren Überraschung nahe der erwarteten liegt, bis zu dieser Wahrscheinlichkeit; 1 schaltet es ab.</translation>
    </message>
    <message>
        <source>Only tokens within this many standard deviations of the highest logit; 0 turns it off.</source>
        <translation>Nur Token innerhalb so vieler Standardabweichungen vom höchsten Logit; 0 schaltet es ab.</translation>
    </message>
    <message>
        <source>Over the first steps the learning rate grows from zero.</source>
        <translation>Über die ersten Schritte wächst die Lernrate von null an.</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Geduld</translation>
    </message>
    <message>
        <source>Penalty window</source>
        <translation>Straffenster</translation>
    </message>
    <message>
        <source>Presence penalty</source>
        <translation>Anwesenheitsstrafe</translation>
    </message>
    <message>
        <source>Processor threads that make replies. Auto: one for each core.</source>
        <translation>Prozessor-Threads für Antworten. Auto: einer je Kern.</translation>
    </message>
    <message>
        <source>Pulls the adapter&apos;s weights towards zero.</source>
        <translation>Zieht die Gewichte des Adapters zur Null.</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Reasoning effort</source>
        <translation>Denkaufwand</translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation>Wiederholungsstrafe</translation>
    </message>
    <message>
        <source>Rows at once</source>
        <translation>Zeilen zugleich</translation>
    </message>
    <message>
        <source>Rows that go through the model together: more is faster on a GPU, and needs more memory.</source>
        <translation>Zeilen, die zusammen durch das Modell gehen: mehr ist auf einer GPU schneller und braucht mehr Speicher.</translation>
    </message>
    <message>
        <source>Saves memory with long conversations. A packed KV cache needs it.</source>
        <translation>Spart Speicher bei langen Unterhaltungen. Ein gepackter KV-Cache braucht es.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Sequences up to this many tokens may be repeated freely.</source>
        <translation>Folgen bis zu so vielen Token dürfen sich frei wiederholen.</translation>
    </message>
    <message>
        <source>Share of the rows</source>
        <translation>Anteil der Zeilen</translation>
    </message>
    <message>
        <source>So many micro-batches make one step; rows at once times this is the effective batch.</source>
        <translation>So viele Micro-Batches ergeben einen Schritt; mal die Zeilen zugleich ergibt das den wirksamen Batch.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>The adapter&apos;s weight is alpha divided by rank; twice the rank is usual.</source>
        <translation>Das Gewicht des Adapters ist Alpha geteilt durch Rang; doppelter Rang ist üblich.</translation>
    </message>
    <message>
        <source>The punishment grows by this factor with each further token of the repeated sequence.</source>
        <translation>Die Strafe wächst um diesen Faktor mit jedem weiteren Token der wiederholten Folge.</translation>
    </message>
    <message>
        <source>The reply is cut after this many tokens.</source>
        <translation>Die Antwort wird nach so vielen Token abgeschnitten.</translation>
    </message>
    <message>
        <source>The run ends when the held-out loss has not fallen so many times running; 0: never early.</source>
        <translation>Der Lauf endet, wenn der zurückgehaltene Verlust so oft nacheinander nicht gefallen ist; 0: nie vorzeitig.</translation>
    </message>
    <message>
        <source>The same seed gives the same choices; -1 draws a new one each time.</source>
        <translation>Derselbe Seed ergibt dieselbe Wahl; -1 zieht jedes Mal einen neuen.</translation>
    </message>
    <message>
        <source>The share of the adapter&apos;s inputs that is switched off at random while training.</source>
        <translation>Der Anteil der Eingaben des Adapters, der beim Training zufällig abgeschaltet wird.</translation>
    </message>
    <message>
        <source>The share of the rows that is only measured, never trained.</source>
        <translation>Der Anteil der Zeilen, der nur gemessen und nie trainiert wird.</translation>
    </message>
    <message>
        <source>The surprise to keep, in bits per token.</source>
        <translation>Die zu haltende Überraschung, in Bit je Token.</translation>
    </message>
    <message>
        <source>The temperature moves by up to this much with the model&apos;s uncertainty; 0 turns it off.</source>
        <translation>Die Temperatur bewegt sich um bis zu so viel mit der Unsicherheit des Modells; 0 schaltet es ab.</translation>
    </message>
    <message>
        <source>These rows are drawn at random and not trained on.</source>
        <translation>Diese Zeilen werden zufällig gezogen und nicht trainiert.</translation>
    </message>
    <message>
        <source>Think before answering</source>
        <translation>Vor der Antwort nachdenken</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Top-n-sigma</source>
        <translation>Top-n-Sigma</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Typical-p</source>
        <translation>Typical-p</translation>
    </message>
    <message>
        <source>Unload an idle model after</source>
        <translation>Unbenutztes Modell entladen nach</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Anlauf</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtsabnahme</translation>
    </message>
    <message>
        <source>Which weight matrices are adapted: all linear layers, or only those of one kind.</source>
        <translation>Welche Gewichtsmatrizen angepasst werden: alle linearen Schichten oder nur die einer Art.</translation>
    </message>
    <message>
        <source>Whole context</source>
        <translation>Ganzer Kontext</translation>
    </message>
    <message>
        <source>XTC probability</source>
        <translation>XTC: Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>XTC removes tokens above this probability, but for the least likely of them; above 0.5 there can be no two such tokens, and nothing is removed.</source>
        <translation>XTC entfernt Token über dieser Wahrscheinlichkeit, bis auf das unwahrscheinlichste davon; über 0,5 kann es keine zwei solchen Token geben, und nichts wird entfernt.</translation>
    </message>
    <message>
        <source>XTC threshold</source>
        <translation>XTC: Schwelle</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>Bit</translation>
    </message>
    <message>
        <source>evaluations</source>
        <translation>Auswertungen</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
</context>
<context>
    <name>FieldsForm</name>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Spalten…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>{0}, version {1}</source>
        <translation>{0}, Version {1}</translation>
    </message>
    <message>
        <source>{usable} of {rows} rows usable</source>
        <translation>{usable} von {rows} Zeilen brauchbar</translation>
    </message>
    <message>
        <source>{n} things to look at</source>
        <translation>{n} Dinge zum Ansehen</translation>
    </message>
    <message>
        <source>1 thing to look at</source>
        <translation>1 Ding zum Ansehen</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Gelesen als</translation>
    </message>
    <message>
        <source>Read as {0} · {1}</source>
        <translation>Gelesen als {0} · {1}</translation>
    </message>
</context>
<context>
    <name>FileValue</name>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Choose a file for {0}</source>
        <translation>Datei für {0} wählen</translation>
    </message>
    <message>
        <source>Leave {0} empty</source>
        <translation>{0} leer lassen</translation>
    </message>
    <message>
        <source>{0} characters: {1}</source>
        <translation>{0} Zeichen: {1}</translation>
    </message>
    <message>
        <source>Text for {0}</source>
        <translation>Text für {0}</translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>Rows that contain…</source>
        <translation>Zeilen, die enthalten…</translation>
    </message>
    <message>
        <source>Rows that contain</source>
        <translation>Zeilen, die enthalten</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>Alle Zeilen zeigen</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>Any language</source>
        <translation>Jede Sprache</translation>
    </message>
    <message>
        <source>Any label</source>
        <translation>Jedes Label</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message>
        <source>No row matches</source>
        <translation>Keine Zeile passt</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>{0} Zeilen</translation>
    </message>
    <message>
        <source>Looked at {0} of {1}…</source>
        <translation>{0} von {1} angesehen…</translation>
    </message>
    <message>
        <source>Search names, notes, models</source>
        <translation>Namen, Notizen, Modelle durchsuchen</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation>Läufe durchsuchen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Jeder Zustand</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>Basismodell</translation>
    </message>
    <message>
        <source>Any base model</source>
        <translation>Jedes Basismodell</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Any data set</source>
        <translation>Jeder Datensatz</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Any method</source>
        <translation>Jede Methode</translation>
    </message>
    <message>
        <source>Show or hide the other filters</source>
        <translation>Übrige Filter ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Show all runs</source>
        <translation>Alle Läufe zeigen</translation>
    </message>
</context>
<context>
    <name>FilterSheet</name>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Contains</source>
        <translation>Enthält</translation>
    </message>
    <message>
        <source>Does not contain</source>
        <translation>Enthält nicht</translation>
    </message>
    <message>
        <source>Matches the pattern</source>
        <translation>Passt zum Muster</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>At least so many characters</source>
        <translation>Mindestens so viele Zeichen</translation>
    </message>
    <message>
        <source>At most so many characters</source>
        <translation>Höchstens so viele Zeichen</translation>
    </message>
    <message>
        <source>At least so many turns</source>
        <translation>Mindestens so viele Beiträge</translation>
    </message>
    <message>
        <source>At most so many turns</source>
        <translation>Höchstens so viele Beiträge</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>No column</source>
        <translation>Keine Spalte</translation>
    </message>
    <message>
        <source>Value of the column</source>
        <translation>Wert der Spalte</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Keep these rows</source>
        <translation>Diese Zeilen behalten</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>Was gesagt wird</translation>
    </message>
    <message>
        <source>How long it is</source>
        <translation>Wie lang es ist</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Say which rows are to stay; all that you fill in must hold.</source>
        <translation>Angeben, welche Zeilen bleiben sollen; alles Ausgefüllte muss zutreffen.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Es wird gezählt…</translation>
    </message>
    <message>
        <source>{0} of {1} rows stay.</source>
        <translation>{0} von {1} Zeilen bleiben.</translation>
    </message>
    <message>
        <source>{0} of the first {1} rows would stay.</source>
        <translation>{0} der ersten {1} Zeilen würden bleiben.</translation>
    </message>
    <message>
        <source>{0} filtered</source>
        <translation>{0} gefiltert</translation>
    </message>
</context>
<context>
    <name>FirstRow</name>
    <message>
        <source>Row {0}</source>
        <translation>Zeile {0}</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>{0} more turns</source>
        <translation>{0} weitere Beiträge</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Bewertet</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
</context>
<context>
    <name>FitWords</name>
    <message>
        <source>Does not fit: needs about {0}, and {1} are free</source>
        <translation>Passt nicht: braucht etwa {0}, und {1} sind frei</translation>
    </message>
    <message>
        <source>Does not fit as set: needs about {0}, and {1} are free. {2} would</source>
        <translation>Passt so nicht: braucht etwa {0}, und {1} sind frei. {2} würde passen</translation>
    </message>
    <message>
        <source>A window of {0} tokens with a KV cache in {1}</source>
        <translation>Ein Fenster von {0} Token mit einem KV-Cache in {1}</translation>
    </message>
    <message>
        <source>A window of {0} tokens</source>
        <translation>Ein Fenster von {0} Token</translation>
    </message>
    <message>
        <source>Needs about {0} of the GPU with a window of {1} tokens; {2} free there</source>
        <translation>Braucht etwa {0} der GPU bei einem Fenster von {1} Token; {2} sind dort frei</translation>
    </message>
    <message>
        <source> ({0} of {1} layers fit)</source>
        <translation> ({0} von {1} Schichten passen)</translation>
    </message>
    <message>
        <source>Needs about {0} with a window of {1} tokens; {2} free</source>
        <translation>Braucht etwa {0} bei einem Fenster von {1} Token; {2} frei</translation>
    </message>
</context>
<context>
    <name>FoldedBlock</name>
    <message>
        <source>Open. Press Enter to fold it.</source>
        <translation>Offen. Enter klappt es zu.</translation>
    </message>
    <message>
        <source>Folded. Press Enter to open.</source>
        <translation>Zugeklappt. Enter öffnet es.</translation>
    </message>
</context>
<context>
    <name>FolderGroup</name>
    <message>
        <source>Files of a folder</source>
        <translation>Dateien eines Ordners</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Take the folder back</source>
        <translation>Ordner wieder wegnehmen</translation>
    </message>
    <message>
        <source>The model may read text files in this folder and below it, and nothing else: no hidden files, no links to other places. It can change nothing.</source>
        <translation>Das Modell darf Textdateien in diesem Ordner und darunter lesen, sonst nichts: keine verborgenen Dateien, keine Verknüpfungen nach anderswo. Es kann nichts ändern.</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>Anderen wählen…</translation>
    </message>
    <message>
        <source>Folder that the model may read</source>
        <translation>Ordner, den das Modell lesen darf</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Form of the reply</source>
        <translation>Form der Antwort</translation>
    </message>
    <message>
        <source>Only what matches can be said: every token is chosen among those that may come.</source>
        <translation>Nur was passt, kann gesagt werden: Jedes Token wird unter denen gewählt, die kommen dürfen.</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Grammar</source>
        <translation>Grammatik</translation>
    </message>
    <message>
        <source>Begin with an example</source>
        <translation>Mit einem Beispiel beginnen</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>JSON-Schema</translation>
    </message>
    <message>
        <source>Grammar in GBNF</source>
        <translation>Grammatik in GBNF</translation>
    </message>
    <message>
        <source>This can be used.</source>
        <translation>Das lässt sich verwenden.</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Chat messages (role, content)</source>
        <translation>Chat-Nachrichten (role, content)</translation>
    </message>
    <message>
        <source>Chosen reply</source>
        <translation>Bevorzugte Antwort</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Conversations (from, value; ShareGPT)</source>
        <translation>Unterhaltungen (from, value; ShareGPT)</translation>
    </message>
    <message>
        <source>Earlier questions and answers</source>
        <translation>Frühere Fragen und Antworten</translation>
    </message>
    <message>
        <source>Further input</source>
        <translation>Weitere Eingabe</translation>
    </message>
    <message>
        <source>Good or not</source>
        <translation>Gut oder nicht</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>Instruction, input, output (Alpaca)</source>
        <translation>Anweisung, Eingabe, Ausgabe (Alpaca)</translation>
    </message>
    <message>
        <source>Judged replies (KTO)</source>
        <translation>Bewertete Antworten (KTO)</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Schlichter Text</translation>
    </message>
    <message>
        <source>Preferences (chosen and rejected)</source>
        <translation>Präferenzen (bevorzugt und abgelehnt)</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Rejected reply</source>
        <translation>Abgelehnte Antwort</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Systemprompt</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text and label (classification)</source>
        <translation>Text und Label (Klassifikation)</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Prompt and reply</source>
        <translation>Prompt und Antwort</translation>
    </message>
</context>
<context>
    <name>HeldOutCard</name>
    <message>
        <source>Held-out rows</source>
        <translation>Zurückgehaltene Zeilen</translation>
    </message>
    <message>
        <source>Set rows apart</source>
        <translation>Zeilen zurückhalten</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>Aus einer Datei</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Rows the model never learns from. Their loss tells learning from memorising.</source>
        <translation>Zeilen, aus denen das Modell nie lernt. Ihr Verlust unterscheidet Lernen von Auswendiglernen.</translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation>Noch keine Datei</translation>
    </message>
</context>
<context>
    <name>HelpCard</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Tour machen</translation>
    </message>
    <message>
        <source>The tour takes two minutes with the demo model. Shortcuts can be changed.</source>
        <translation>Die Tour dauert zwei Minuten mit dem Demo-Modell. Tastenkürzel lassen sich ändern.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
</context>
<context>
    <name>HelpMark</name>
    <message>
        <source>About {0}</source>
        <translation>Über {0}</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>History of the prompt</source>
        <translation>Verlauf des Prompts</translation>
    </message>
    <message>
        <source>Close the history</source>
        <translation>Verlauf schließen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Not saved yet. Every save becomes a version here.</source>
        <translation>Noch nicht gespeichert. Jedes Speichern wird hier zu einer Version.</translation>
    </message>
    <message>
        <source>This comes with Hone. A copy of your own has versions.</source>
        <translation>Dieser Prompt gehört zu Hone. Eine eigene Kopie hat Versionen.</translation>
    </message>
    <message>
        <source>Used in</source>
        <translation>Verwendet in</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>Version {0}</translation>
    </message>
    <message>
        <source>latest</source>
        <translation>neueste</translation>
    </message>
    <message>
        <source>replies: {0}</source>
        <translation>Antworten: {0}</translation>
    </message>
    <message>
        <source>liked {0}, disliked {1}</source>
        <translation>gut: {0}, schlecht: {1}</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
</context>
<context>
    <name>ImportSheet</name>
    <message>
        <source>Import of {0}</source>
        <translation>Import von {0}</translation>
    </message>
    <message>
        <source>What did not come in</source>
        <translation>Was nicht hereinkam</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>Import rückgängig machen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation>Unterhaltungen importieren</translation>
    </message>
    <message>
        <source>Reading {0}</source>
        <translation>{0} wird gelesen</translation>
    </message>
    <message>
        <source>{0} conversations</source>
        <translation>{0} Unterhaltungen</translation>
    </message>
    <message>
        <source>{0} conversations with {1} messages came in ({2}).</source>
        <translation>{0} Unterhaltungen mit {1} Nachrichten kamen herein ({2}).</translation>
    </message>
    <message>
        <source>You stopped the import; the rest of the file was not read.</source>
        <translation>Der Import wurde angehalten; der Rest der Datei blieb ungelesen.</translation>
    </message>
    <message>
        <source>{0} were here already.</source>
        <translation>{0} waren schon da.</translation>
    </message>
    <message>
        <source>Left out of messages: {0}.</source>
        <translation>Aus Nachrichten ausgelassen: {0}.</translation>
    </message>
    <message>
        <source>{0} entries could not be read:</source>
        <translation>{0} Einträge ließen sich nicht lesen:</translation>
    </message>
</context>
<context>
    <name>InTrash</name>
    <message>
        <source>It lies in the trash. Its versions are kept for now, and your own file was never touched.</source>
        <translation>Er liegt im Papierkorb. Seine Versionen bleiben vorerst, und die eigene Datei wurde nie angetastet.</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Zurücklegen</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>System prompt</source>
        <translation>Systemprompt</translation>
    </message>
    <message>
        <source>For example: Answer in two sentences.</source>
        <translation>Zum Beispiel: Antworte in zwei Sätzen.</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Precise</source>
        <translation>Genau</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>Kreativ</translation>
    </message>
    <message>
        <source>Reset sampling</source>
        <translation>Sampling zurücksetzen</translation>
    </message>
    <message>
        <source>Said to the model before the conversation, and kept with it.</source>
        <translation>Wird dem Modell vor der Unterhaltung gesagt und mit ihr behalten.</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Sampling</translation>
    </message>
</context>
<context>
    <name>Instructions</name>
    <message>
        <source>Instruction: {0}</source>
        <translation>Anweisung: {0}</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset the instruction: {0}</source>
        <translation>Anweisung zurücksetzen: {0}</translation>
    </message>
    <message>
        <source>Filled in: {0}</source>
        <translation>Eingesetzt wird: {0}</translation>
    </message>
</context>
<context>
    <name>JsonPart</name>
    <message>
        <source>Not taken yet: line {0}, column {1}: {2}.</source>
        <translation>Noch nicht übernommen: Zeile {0}, Spalte {1}: {2}.</translation>
    </message>
    <message>
        <source>Not taken yet: this is nested too deeply.</source>
        <translation>Noch nicht übernommen: Das ist zu tief verschachtelt.</translation>
    </message>
</context>
<context>
    <name>JudgeBar</name>
    <message>
        <source>The round before</source>
        <translation>Die Runde davor</translation>
    </message>
    <message>
        <source>The round after</source>
        <translation>Die Runde danach</translation>
    </message>
    <message>
        <source>Regenerate this round in all columns</source>
        <translation>Diese Runde in allen Spalten neu erzeugen</translation>
    </message>
    <message>
        <source>Better:</source>
        <translation>Besser:</translation>
    </message>
    <message>
        <source>Show the names</source>
        <translation>Namen zeigen</translation>
    </message>
    <message>
        <source>{0} is the better reply</source>
        <translation>{0} ist die bessere Antwort</translation>
    </message>
    <message>
        <source>Tie</source>
        <translation>Gleichstand</translation>
    </message>
    <message>
        <source>The replies are equally good</source>
        <translation>Die Antworten sind gleich gut</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>No reply is good enough</source>
        <translation>Keine Antwort ist gut genug</translation>
    </message>
    <message>
        <source>Round {0} of {1}</source>
        <translation>Runde {0} von {1}</translation>
    </message>
    <message>
        <source>Judge when they end:</source>
        <translation>Urteil, wenn sie fertig sind:</translation>
    </message>
</context>
<context>
    <name>Judging</name>
    <message>
        <source>Tally: {0}</source>
        <translation>Stand: {0}</translation>
    </message>
    <message>
        <source>You picked {0}: {1}</source>
        <translation>Gewählt: {0}: {1}</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>Press the new keys…</source>
        <translation>Neue Tasten drücken…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Keys of {0}: {1}</source>
        <translation>Tasten für {0}: {1}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>Tschechisch</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>Dänisch</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Niederländisch</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>Finnisch</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Griechisch</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebräisch</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>Hindi</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Ungarisch</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>Indonesisch</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italienisch</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Koreanisch</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>Latein</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>Persisch</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polnisch</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugiesisch</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>Rumänisch</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Russisch</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>Schwedisch</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkisch</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Ukrainisch</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Vietnamesisch</translation>
    </message>
</context>
<context>
    <name>LearnedPane</name>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Bevorzugt</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Nur gelesen</translation>
    </message>
    <message>
        <source>Special tokens are pills</source>
        <translation>Sondertoken sind gerahmt</translation>
    </message>
    <message>
        <source>No model that can be trained is there to read this row.</source>
        <translation>Kein trainierbares Modell ist da, das diese Zeile lesen könnte.</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>This row is left out of training.</source>
        <translation>Diese Zeile wird beim Training ausgelassen.</translation>
    </message>
    <message>
        <source>Its end is trained: the model learns where to stop.</source>
        <translation>Ihr Ende wird trainiert: Das Modell lernt, wo es aufhören muss.</translation>
    </message>
    <message>
        <source>End trained</source>
        <translation>Ende trainiert</translation>
    </message>
    <message>
        <source>Its end is not trained: replies may never end.</source>
        <translation>Ihr Ende wird nicht trainiert: Antworten enden vielleicht nie.</translation>
    </message>
    <message>
        <source>The template writes the same beginning with and without the reply.</source>
        <translation>Die Vorlage schreibt mit und ohne Antwort denselben Anfang.</translation>
    </message>
    <message>
        <source>Same beginning</source>
        <translation>Gleicher Anfang</translation>
    </message>
    <message>
        <source>The template writes the beginning differently once the reply follows: what is trained is not quite what is asked later.</source>
        <translation>Die Vorlage schreibt den Anfang anders, sobald die Antwort folgt: Trainiert wird nicht ganz das, was später gefragt wird.</translation>
    </message>
    <message>
        <source>Nothing of this row is trained, so it teaches nothing.</source>
        <translation>Nichts von dieser Zeile wird trainiert, also lehrt sie nichts.</translation>
    </message>
    <message>
        <source>{0} of {1} tokens are trained.</source>
        <translation>{0} von {1} Token werden trainiert.</translation>
    </message>
    <message>
        <source>{0} of {1} trained</source>
        <translation>{0} von {1} trainiert</translation>
    </message>
    <message>
        <source>It is cut at the context length: {0} of {1} tokens are lost.</source>
        <translation>Sie wird an der Kontextlänge gekürzt: {0} von {1} Token gehen verloren.</translation>
    </message>
    <message>
        <source>It fits into the context length of {0} tokens.</source>
        <translation>Sie passt in die Kontextlänge von {0} Token.</translation>
    </message>
    <message>
        <source>Not cut</source>
        <translation>Nicht gekürzt</translation>
    </message>
    <message>
        <source>A model drafted this row: {0}.</source>
        <translation>Ein Modell hat diese Zeile entworfen: {0}.</translation>
    </message>
    <message>
        <source>not told which</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Synthetic</source>
        <translation>Synthetisch</translation>
    </message>
</context>
<context>
    <name>LeftOutBadge</name>
    <message>
        <source>1 earlier message left out</source>
        <translation>1 frühere Nachricht ausgelassen</translation>
    </message>
    <message>
        <source>1 earlier message was left out of this reply: it did not fit the window.</source>
        <translation>1 frühere Nachricht fehlte bei dieser Antwort: Sie passte nicht ins Fenster.</translation>
    </message>
    <message>
        <source>{0} earlier messages left out</source>
        <translation>{0} frühere Nachrichten ausgelassen</translation>
    </message>
    <message>
        <source>{0} earlier messages were left out of this reply: they did not fit the window.</source>
        <translation>{0} frühere Nachrichten fehlten bei dieser Antwort: Sie passten nicht ins Fenster.</translation>
    </message>
</context>
<context>
    <name>LegendButton</name>
    <message>
        <source>Show where it stands</source>
        <translation>Zeigen, wo es steht</translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation>{0} Token</translation>
    </message>
    <message>
        <source>{0} characters</source>
        <translation>{0} Zeichen</translation>
    </message>
</context>
<context>
    <name>LengthHistogram</name>
    <message>
        <source>Row lengths in tokens</source>
        <translation>Zeilenlängen in Token</translation>
    </message>
    <message>
        <source>{rows} rows, median {median} tokens, longest {longest}, {cut} longer than {limit}</source>
        <translation>{rows} Zeilen, Median {median} Token, längste {longest}, {cut} länger als {limit}</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>{count} Token</translation>
    </message>
    <message>
        <source>context length {count}</source>
        <translation>Kontextlänge {count}</translation>
    </message>
</context>
<context>
    <name>LengthsCard</name>
    <message>
        <source>Context length</source>
        <translation>Kontextlänge</translation>
    </message>
    <message>
        <source>Counting tokens</source>
        <translation>Token werden gezählt</translation>
    </message>
    <message>
        <source>Show the first of them</source>
        <translation>Die ersten davon zeigen</translation>
    </message>
    <message>
        <source>Split them so that they fit</source>
        <translation>Passend aufteilen</translation>
    </message>
    <message>
        <source>Row lengths</source>
        <translation>Zeilenlängen</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>{0} entfernen</translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation>{0} Token</translation>
    </message>
    <message>
        <source>the most that the model takes</source>
        <translation>das meiste, was das Modell fasst</translation>
    </message>
    <message>
        <source>Half of the rows have up to {0} tokens, the longest {1}.</source>
        <translation>Die Hälfte der Zeilen hat bis zu {0} Token, die längste {1}.</translation>
    </message>
    <message>
        <source>Counting tokens…</source>
        <translation>Token werden gezählt…</translation>
    </message>
    <message>
        <source>No model that can be trained is there yet: add one on the page Models.</source>
        <translation>Noch ist kein trainierbares Modell da: Auf der Seite „Modelle“ lässt sich eines hinzufügen.</translation>
    </message>
    <message>
        <source>Known once the rows were looked at.</source>
        <translation>Bekannt, sobald die Zeilen angesehen sind.</translation>
    </message>
    <message>
        <source>Not counted.</source>
        <translation>Nicht gezählt.</translation>
    </message>
    <message>
        <source>{0} longer than {1} tokens and would be cut.</source>
        <translation>{0} länger als {1} Token; was darüber hinausgeht, fiele weg.</translation>
    </message>
    <message>
        <source>Rows that lose the end of a reply, so that the model learns to break off: {0}.</source>
        <translation>Zeilen, denen das Ende einer Antwort verloren geht, sodass das Modell lernt abzubrechen: {0}.</translation>
    </message>
    <message>
        <source>Rows that lose every reply and teach nothing: {0}.</source>
        <translation>Zeilen, die alle Antworten verlieren und nichts lehren: {0}.</translation>
    </message>
    <message>
        <source>1 row is</source>
        <translation>1 Zeile ist</translation>
    </message>
    <message>
        <source>{0} rows are</source>
        <translation>{0} Zeilen sind</translation>
    </message>
    <message>
        <source>{0} removed</source>
        <translation>{0} entfernt</translation>
    </message>
    <message>
        <source>Long texts are split into rows of at most {0} tokens</source>
        <translation>Lange Texte sind in Zeilen von höchstens {0} Token geteilt</translation>
    </message>
    <message>
        <source>{tokens} tokens, {trained} of them trained; half of the rows are shorter than {median}.</source>
        <translation>{tokens} Token, davon {trained} trainiert; die Hälfte der Zeilen ist kürzer als {median}.</translation>
    </message>
    <message>
        <source>Rows cut at the context length: {n}.</source>
        <translation>An der Kontextlänge gekürzte Zeilen: {n}.</translation>
    </message>
</context>
<context>
    <name>LibraryDesk</name>
    <message>
        <source>Adding {0}</source>
        <translation>{0} wird hinzugefügt</translation>
    </message>
    <message>
        <source>Making a new version of {0}</source>
        <translation>Neue Version von {0} wird gemacht</translation>
    </message>
    <message>
        <source>Taking in new rows</source>
        <translation>Neue Zeilen werden aufgenommen</translation>
    </message>
    <message>
        <source>Writing {0}</source>
        <translation>{0} wird geschrieben</translation>
    </message>
</context>
<context>
    <name>LinkPopover</name>
    <message>
        <source>It was written by a model or a file, not by Hone.</source>
        <translation>Das hat ein Modell oder eine Datei geschrieben, nicht Hone.</translation>
    </message>
    <message>
        <source>Only web and mail addresses can be opened.</source>
        <translation>Nur Web- und E-Mail-Adressen lassen sich öffnen.</translation>
    </message>
    <message>
        <source>Open this link in your browser?</source>
        <translation>Diesen Link im Browser öffnen?</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>LossChart</name>
    <message>
        <source>Loss chart</source>
        <translation>Verlustkurve</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Held-out</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>Basismodell</translation>
    </message>
    <message>
        <source>Fit to view</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>The curve begins with the first step.</source>
        <translation>Die Kurve beginnt mit dem ersten Schritt.</translation>
    </message>
    <message>
        <source>No step yet.</source>
        <translation>Noch kein Schritt.</translation>
    </message>
    <message>
        <source>Step {step}: training loss {loss}.</source>
        <translation>Schritt {step}: Trainingsverlust {loss}.</translation>
    </message>
    <message>
        <source>Best held-out loss {loss}.</source>
        <translation>Bester zurückgehaltener Verlust {loss}.</translation>
    </message>
    <message>
        <source>Step {step}</source>
        <translation>Schritt {step}</translation>
    </message>
</context>
<context>
    <name>MappingChoices</name>
    <message>
        <source>Split or sheet</source>
        <translation>Teil oder Blatt</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erster Teil</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Choose a shape</source>
        <translation>Format wählen</translation>
    </message>
    <message>
        <source>What the rows are</source>
        <translation>Was die Zeilen sind</translation>
    </message>
    <message>
        <source>Which column holds what</source>
        <translation>Welche Spalte was enthält</translation>
    </message>
    <message>
        <source>Looking at the columns…</source>
        <translation>Spalten werden angesehen…</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>Passend</translation>
    </message>
    <message>
        <source>Other shapes</source>
        <translation>Andere Formate</translation>
    </message>
    <message>
        <source>These columns fit no shape by themselves. Choose what the rows are, then say which column holds what.</source>
        <translation>Diese Spalten passen von sich aus zu keinem Format. Erst wählen, was die Zeilen sind, dann angeben, welche Spalte was enthält.</translation>
    </message>
    <message>
        <source>It looks like {0} ({1}, {2}).</source>
        <translation>Es sieht aus wie {0} ({1}, {2}).</translation>
    </message>
    <message>
        <source>It can also be read as {0}.</source>
        <translation>Es lässt sich auch lesen als {0}.</translation>
    </message>
    <message>
        <source>Kept with each row, but not learned: {0}</source>
        <translation>Bleibt bei jeder Zeile, wird aber nicht gelernt: {0}</translation>
    </message>
</context>
<context>
    <name>MappingSheet</name>
    <message>
        <source>Do not add the file</source>
        <translation>Datei nicht hinzufügen</translation>
    </message>
    <message>
        <source>What does {0} hold?</source>
        <translation>Was enthält {0}?</translation>
    </message>
</context>
<context>
    <name>MappingView</name>
    <message>
        <source>Keep this reading</source>
        <translation>Lesart übernehmen</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Wie zuvor</translation>
    </message>
    <message>
        <source>The first rows, read so</source>
        <translation>Die ersten Zeilen, so gelesen</translation>
    </message>
    <message>
        <source>What is learned of the row</source>
        <translation>Was von der Zeile gelernt wird</translation>
    </message>
    <message>
        <source>Reading the first rows…</source>
        <translation>Die ersten Zeilen werden gelesen…</translation>
    </message>
    <message>
        <source>Choose a shape to see the rows.</source>
        <translation>Ein Format wählen, um die Zeilen zu sehen.</translation>
    </message>
    <message>
        <source>The first {0} rows can be read so.</source>
        <translation>Die ersten {0} Zeilen lassen sich so lesen.</translation>
    </message>
    <message>
        <source>Of the first {0} rows {1} can be read so.</source>
        <translation>Von den ersten {0} Zeilen lassen sich {1} so lesen.</translation>
    </message>
    <message>
        <source>This is the reading in use.</source>
        <translation>Diese Lesart ist in Gebrauch.</translation>
    </message>
</context>
<context>
    <name>Measurement</name>
    <message>
        <source>Running a few real steps</source>
        <translation>Ein paar echte Schritte laufen</translation>
    </message>
</context>
<context>
    <name>MemoryCard</name>
    <message>
        <source>Reckoning…</source>
        <translation>Wird berechnet…</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>No change of the settings makes it fit here. Choose a smaller model.</source>
        <translation>Keine Änderung der Einstellungen macht es hier passend. Ein kleineres Modell wählen.</translation>
    </message>
    <message>
        <source>What would make it fit</source>
        <translation>Was es passend machen würde</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Apply: {label}</source>
        <translation>Anwenden: {label}</translation>
    </message>
    <message>
        <source>then {size}</source>
        <translation>dann {size}</translation>
    </message>
</context>
<context>
    <name>MemoryParts</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>Adapter</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>Gradienten</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Checkpoints</translation>
    </message>
</context>
<context>
    <name>MessageActions</name>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Let the model go on where the reply ended</source>
        <translation>Das Modell dort weiterschreiben lassen, wo die Antwort endete</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>Regenerate reply</source>
        <translation>Antwort neu erzeugen</translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation>Nachricht bearbeiten</translation>
    </message>
    <message>
        <source>Details of the reply</source>
        <translation>Details der Antwort</translation>
    </message>
    <message>
        <source>More that can be done with the message</source>
        <translation>Weitere Aktionen für die Nachricht</translation>
    </message>
    <message>
        <source>Good reply</source>
        <translation>Gute Antwort</translation>
    </message>
    <message>
        <source>Bad reply</source>
        <translation>Schlechte Antwort</translation>
    </message>
    <message>
        <source>{0} (press again to take it back)</source>
        <translation>{0} (nochmals drücken nimmt es zurück)</translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation>{0} Token</translation>
    </message>
    <message>
        <source>{0} tokens/s</source>
        <translation>{0} Token/s</translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation>Seed {0}</translation>
    </message>
</context>
<context>
    <name>MessageBanner</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
</context>
<context>
    <name>MessageCommands</name>
    <message>
        <source>Correct this reply…</source>
        <translation>Diese Antwort korrigieren…</translation>
    </message>
    <message>
        <source>This one is better</source>
        <translation>Diese ist besser</translation>
    </message>
    <message>
        <source>Add to data set…</source>
        <translation>In Datensatz aufnehmen…</translation>
    </message>
    <message>
        <source>Continue the reply</source>
        <translation>Antwort fortsetzen</translation>
    </message>
    <message>
        <source>Compare from here</source>
        <translation>Von hier aus vergleichen</translation>
    </message>
    <message>
        <source>Show tokens</source>
        <translation>Token zeigen</translation>
    </message>
    <message>
        <source>Use as example</source>
        <translation>Als Beispiel nehmen</translation>
    </message>
    <message>
        <source>Added to the examples</source>
        <translation>Zu den Beispielen hinzugefügt</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>MessageFoot</name>
    <message>
        <source>Attached</source>
        <translation>Angehängt</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>The tools have answered: let the model reply to them</source>
        <translation>Die Werkzeuge haben geantwortet: das Modell darauf antworten lassen</translation>
    </message>
    <message>
        <source>Valid JSON</source>
        <translation>Gültiges JSON</translation>
    </message>
    <message>
        <source>Not JSON</source>
        <translation>Kein JSON</translation>
    </message>
    <message>
        <source>Valid JSON for the schema</source>
        <translation>Gültiges JSON nach dem Schema</translation>
    </message>
    <message>
        <source>Does not match the schema</source>
        <translation>Passt nicht zum Schema</translation>
    </message>
</context>
<context>
    <name>MessageHead</name>
    <message>
        <source>Edited</source>
        <translation>Bearbeitet</translation>
    </message>
    <message>
        <source>You changed this reply. The model&apos;s own words are a branch beside it.</source>
        <translation>Diese Antwort wurde geändert. Die Worte des Modells sind ein Zweig daneben.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>You stopped this reply.</source>
        <translation>Diese Antwort wurde angehalten.</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Abgeschnitten</translation>
    </message>
    <message>
        <source>The reply reached its longest length or the end of the context.</source>
        <translation>Die Antwort erreichte ihre größte Länge oder das Ende des Kontexts.</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>The program or the engine ended while this reply was made.</source>
        <translation>Das Programm oder die Engine endete, während diese Antwort entstand.</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>You</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>Preparing the reply</source>
        <translation>Antwort wird vorbereitet</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Denkt nach</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>MessageWalk</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Previous message</source>
        <translation>Vorige Nachricht</translation>
    </message>
    <message>
        <source>Next message</source>
        <translation>Nächste Nachricht</translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation>Vorige Fassung</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Nächste Fassung</translation>
    </message>
    <message>
        <source>Branches…</source>
        <translation>Zweige…</translation>
    </message>
    <message>
        <source>Continue the reply</source>
        <translation>Antwort fortsetzen</translation>
    </message>
    <message>
        <source>Edit the message</source>
        <translation>Die Nachricht bearbeiten</translation>
    </message>
    <message>
        <source>Regenerate the reply</source>
        <translation>Die Antwort neu erzeugen</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Die Nachricht kopieren</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>Kept for the reply: half of the window, as it may have {0}</source>
        <translation>Für die Antwort frei gehalten: die Hälfte des Fensters, da sie {0} haben darf</translation>
    </message>
    <message>
        <source>Kept for the reply: its longest length</source>
        <translation>Für die Antwort frei gehalten: ihre größte Länge</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Too much</source>
        <translation>Zu viel</translation>
    </message>
    <message>
        <source>Next to go: the oldest message.</source>
        <translation>Als Nächstes fällt die älteste Nachricht weg.</translation>
    </message>
    <message>
        <source>Next to go: the {0} oldest messages.</source>
        <translation>Als Nächstes fallen die {0} ältesten Nachrichten weg.</translation>
    </message>
    <message>
        <source>The oldest message will be left out; the rest is kept.</source>
        <translation>Die älteste Nachricht wird ausgelassen; der Rest bleibt.</translation>
    </message>
    <message>
        <source>The {0} oldest messages will be left out; the rest is kept.</source>
        <translation>Die {0} ältesten Nachrichten werden ausgelassen; der Rest bleibt.</translation>
    </message>
</context>
<context>
    <name>MeterPopover</name>
    <message>
        <source>What the window holds</source>
        <translation>Was das Fenster enthält</translation>
    </message>
    <message>
        <source>When it is full</source>
        <translation>Wenn es voll ist</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Drop oldest</source>
        <translation>Älteste weglassen</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>Gleiten</translation>
    </message>
    <message>
        <source>Nothing is left out: a message that does not fit is not answered.</source>
        <translation>Nichts wird ausgelassen: Eine Nachricht, die nicht passt, wird nicht beantwortet.</translation>
    </message>
    <message>
        <source>The oldest messages are left out, as few as possible. The system prompt and the examples stay.</source>
        <translation>Die ältesten Nachrichten werden ausgelassen, so wenige wie möglich. Systemprompt und Beispiele bleiben.</translation>
    </message>
    <message>
        <source>The oldest messages are left out until half of the room is free, so that the model reads the conversation anew less often. The system prompt and the examples stay.</source>
        <translation>Die ältesten Nachrichten werden ausgelassen, bis die Hälfte des Platzes frei ist, damit das Modell die Unterhaltung seltener neu liest. Systemprompt und Beispiele bleiben.</translation>
    </message>
</context>
<context>
    <name>MethodCard</name>
    <message>
        <source>Recommended</source>
        <translation>Empfohlen</translation>
    </message>
</context>
<context>
    <name>MethodStep</name>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>The settings are recommended for this model and these rows; each says why.</source>
        <translation>Die Einstellungen sind für dieses Modell und diese Zeilen empfohlen; jede nennt ihren Grund.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Simple</source>
        <translation>Einfach</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Reset to recommended</source>
        <translation>Auf Empfehlung zurücksetzen</translation>
    </message>
    <message>
        <source>The adapter</source>
        <translation>Der Adapter</translation>
    </message>
    <message>
        <source>The training</source>
        <translation>Das Training</translation>
    </message>
</context>
<context>
    <name>Methods</name>
    <message>
        <source>LoRA (16 or 32 bits)</source>
        <translation>LoRA (16 oder 32 Bit)</translation>
    </message>
    <message>
        <source>QLoRA (4 bits)</source>
        <translation>QLoRA (4 Bit)</translation>
    </message>
    <message>
        <source>The right choice nearly always: a quarter of the memory, and the same results as 16 bits in the paper&apos;s measurements (53.1 against 53.0 on MMLU).</source>
        <translation>Fast immer die richtige Wahl: ein Viertel des Speichers und dieselben Ergebnisse wie 16 Bit in den Messungen der Veröffentlichung (53,1 gegen 53,0 bei MMLU).</translation>
    </message>
    <message>
        <source>Trains a small adapter; the model itself is held in 4 bits (NF4) and not changed.</source>
        <translation>Trainiert einen kleinen Adapter; das Modell selbst wird in 4 Bit (NF4) gehalten und nicht verändert.</translation>
    </message>
    <message>
        <source>Trains a small adapter; the model itself is held in its full precision and not changed.</source>
        <translation>Trainiert einen kleinen Adapter; das Modell selbst wird in voller Genauigkeit gehalten und nicht verändert.</translation>
    </message>
    <message>
        <source>When memory is plentiful: each step is a little faster than QLoRA&apos;s, and nothing is rounded. For small models (below about a billion parameters) there is little to save by quantising.</source>
        <translation>Wenn Speicher reichlich da ist: Jeder Schritt ist etwas schneller als mit QLoRA, und nichts wird gerundet. Bei kleinen Modellen (unter etwa einer Milliarde Parametern) spart Quantisieren wenig.</translation>
    </message>
</context>
<context>
    <name>MixLine</name>
    <message>
        <source>Take {0} into the mix</source>
        <translation>{0} in die Mischung nehmen</translation>
    </message>
    <message>
        <source>Weight of {0}</source>
        <translation>Gewicht von {0}</translation>
    </message>
</context>
<context>
    <name>MixSheet</name>
    <message>
        <source>Mix</source>
        <translation>Mischen</translation>
    </message>
    <message>
        <source>Name of the mix</source>
        <translation>Name der Mischung</translation>
    </message>
    <message>
        <source>Rows of the mix</source>
        <translation>Zeilen der Mischung</translation>
    </message>
    <message>
        <source>until one is used up</source>
        <translation>bis einer aufgebraucht ist</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Make the mix</source>
        <translation>Mischung anlegen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Rows are drawn by weight and shuffled; no row is taken twice.</source>
        <translation>Zeilen werden nach Gewicht gezogen und gemischt; keine wird zweimal genommen.</translation>
    </message>
    <message>
        <source>Mix data sets</source>
        <translation>Datensätze mischen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Choose at least two data sets.</source>
        <translation>Mindestens zwei Datensätze wählen.</translation>
    </message>
    <message>
        <source>Only data sets of one kind mix: conversations, texts, or comparisons of replies.</source>
        <translation>Nur Datensätze einer Art lassen sich mischen: Unterhaltungen, Texte oder Vergleiche von Antworten.</translation>
    </message>
    <message>
        <source>About {0} rows, until the first data set is used up.</source>
        <translation>Etwa {0} Zeilen, bis der erste Datensatz aufgebraucht ist.</translation>
    </message>
    <message>
        <source>{0} has too few rows for its share; the mix will be smaller or of other shares.</source>
        <translation>{0} hat zu wenige Zeilen für seinen Anteil; die Mischung wird kleiner oder bekommt andere Anteile.</translation>
    </message>
    <message>
        <source>{0} rows.</source>
        <translation>{0} Zeilen.</translation>
    </message>
    <message>
        <source>Mixing {0}</source>
        <translation>{0} wird gemischt</translation>
    </message>
    <message>
        <source>{0} has {1}</source>
        <translation>{0} hat {1}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>demo model</source>
        <translation>Demo-Modell</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>nicht benutzbar</translation>
    </message>
    <message>
        <source>{0} files can be talked to; for fine-tuning add the safetensors folder.</source>
        <translation>Mit {0}-Dateien kann man reden; fürs Fine-Tuning den Ordner mit safetensors hinzufügen.</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Fine-tune</source>
        <translation>Fine-Tuning</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Von der Liste nehmen</translation>
    </message>
    <message>
        <source>Let its code run no more</source>
        <translation>Seinen Code nicht mehr laufen lassen</translation>
    </message>
    <message>
        <source>runs its own code</source>
        <translation>führt eigenen Code aus</translation>
    </message>
    <message>
        <source>You allowed its program code. It can be talked to, but not fine-tuned.</source>
        <translation>Sein Programmcode ist erlaubt. Mit ihm kann man reden, aber es nicht feintunen.</translation>
    </message>
    <message>
        <source>needs its own code</source>
        <translation>braucht eigenen Code</translation>
    </message>
    <message>
        <source>It loads only by running program code that came with it, which Hone does not run by itself. When that code changes, it must be allowed anew.</source>
        <translation>Es lädt nur mit Programmcode, der mit ihm kam und den Hone nicht von selbst ausführt. Ändert sich dieser Code, muss er neu erlaubt werden.</translation>
    </message>
    <message>
        <source>Allow this model&apos;s code…</source>
        <translation>Code dieses Modells erlauben…</translation>
    </message>
    <message>
        <source>Included</source>
        <translation>Enthalten</translation>
    </message>
    <message>
        <source>It runs program code of its own. Training needs a model that transformers supports alone.</source>
        <translation>Es führt eigenen Programmcode aus. Training braucht ein Modell, das transformers allein unterstützt.</translation>
    </message>
    <message>
        <source>GGUF files are for chatting. Training needs the original folder with safetensors.</source>
        <translation>GGUF-Dateien sind zum Chatten. Training braucht den ursprünglichen Ordner mit safetensors.</translation>
    </message>
    <message>
        <source>Has no chat template; a plain one is used for training, and in chats with the result.</source>
        <translation>Hat keine Chat-Vorlage; für das Training und in Chats mit dem Ergebnis wird eine schlichte genommen.</translation>
    </message>
    <message>
        <source>{n} parameters</source>
        <translation>{n} Parameter</translation>
    </message>
    <message>
        <source>context {n}</source>
        <translation>Kontext {n}</translation>
    </message>
</context>
<context>
    <name>ModelField</name>
    <message>
        <source>Model that drafts</source>
        <translation>Entwerfendes Modell</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Adapter of the model that drafts</source>
        <translation>Adapter des entwerfenden Modells</translation>
    </message>
    <message>
        <source>No adapter</source>
        <translation>Kein Adapter</translation>
    </message>
    <message>
        <source>demo model</source>
        <translation>Demo-Modell</translation>
    </message>
    <message>
        <source>Comes with Hone</source>
        <translation>In Hone enthalten</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>The model as it is</source>
        <translation>Das Modell, wie es ist</translation>
    </message>
    <message>
        <source>The demo model has 5 million parameters: it shows how this works, no more.</source>
        <translation>Das Demo-Modell hat 5 Millionen Parameter: Es zeigt, wie das hier geht, mehr nicht.</translation>
    </message>
    <message>
        <source>The examples are sent to {0}.</source>
        <translation>Die Beispiele werden an {0} gesendet.</translation>
    </message>
    <message>
        <source>This model has no chat template: it is shown a text of examples, which it continues.</source>
        <translation>Dieses Modell hat keine Chat-Vorlage: Es bekommt einen Text aus Beispielen, den es fortsetzt.</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>{0} parameters</source>
        <translation>{0} Parameter</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>{0} tokens of context</source>
        <translation>{0} Token Kontext</translation>
    </message>
    <message>
        <source>no list of models</source>
        <translation>keine Liste von Modellen</translation>
    </message>
    <message>
        <source>1 model</source>
        <translation>1 Modell</translation>
    </message>
    <message>
        <source>{0} models</source>
        <translation>{0} Modelle</translation>
    </message>
    <message>
        <source>trained on {0}</source>
        <translation>trainiert auf {0}</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Add a GGUF file</source>
        <translation>GGUF-Datei hinzufügen</translation>
    </message>
    <message>
        <source>Add a model folder</source>
        <translation>Modellordner hinzufügen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Files stay where they are. Drop a GGUF file or a folder with safetensors here to add it.</source>
        <translation>Dateien bleiben, wo sie sind. Eine GGUF-Datei oder einen Ordner mit safetensors hier ablegen, um sie hinzuzufügen.</translation>
    </message>
    <message>
        <source>Drop to add</source>
        <translation>Zum Hinzufügen ablegen</translation>
    </message>
    <message>
        <source>Adapters</source>
        <translation>Adapter</translation>
    </message>
    <message>
        <source>None yet. A fine-tune makes one, and it is listed here and in the chat.</source>
        <translation>Noch keine. Ein Fine-Tuning macht einen; er steht dann hier und im Chat.</translation>
    </message>
    <message>
        <source>No models yet</source>
        <translation>Noch keine Modelle</translation>
    </message>
    <message>
        <source>Add a GGUF file to talk to it, or a safetensors folder to fine-tune it too.</source>
        <translation>Eine GGUF-Datei hinzufügen, um mit ihr zu reden, oder einen Ordner mit safetensors, um ihn auch feinzutunen.</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>Modelle (*.gguf)</translation>
    </message>
    <message>
        <source>{0} was added</source>
        <translation>{0} wurde hinzugefügt</translation>
    </message>
    <message>
        <source>{0} was taken off the list; its files stay</source>
        <translation>{0} wurde von der Liste genommen; die Dateien bleiben</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>{0} may run its own code now</source>
        <translation>{0} darf jetzt eigenen Code ausführen</translation>
    </message>
</context>
<context>
    <name>NothingWrong</name>
    <message>
        <source>No problems found</source>
        <translation>Keine Probleme gefunden</translation>
    </message>
    <message>
        <source>Hone looked for rows that cannot be read, empty and missing replies, turns out of order, broken and invisible characters, exact and near duplicates, contradicting replies, refusals, keys, passwords and personal data.</source>
        <translation>Hone hat gesucht nach unlesbaren Zeilen, leeren und fehlenden Antworten, Beiträgen in falscher Reihenfolge, kaputten und unsichtbaren Zeichen, exakten und ungefähren Dubletten, widersprüchlichen Antworten, Weigerungen, Schlüsseln, Passwörtern und persönlichen Daten.</translation>
    </message>
</context>
<context>
    <name>NumberValue</name>
    <message>
        <source>This is no number.</source>
        <translation>Das ist keine Zahl.</translation>
    </message>
</context>
<context>
    <name>OrderEditor</name>
    <message>
        <source>Reset the order of samplers</source>
        <translation>Reihenfolge der Sampler zurücksetzen</translation>
    </message>
    <message>
        <source>Order of the samplers</source>
        <translation>Reihenfolge der Sampler</translation>
    </message>
    <message>
        <source>Each gets what the one above leaves. One that is off does not act.</source>
        <translation>Jeder bekommt, was der darüber übrig lässt. Ein abgeschalteter tut nichts.</translation>
    </message>
    <message>
        <source>Move {0} up</source>
        <translation>{0} nach oben</translation>
    </message>
    <message>
        <source>Move {0} down</source>
        <translation>{0} nach unten</translation>
    </message>
    <message>
        <source>Use {0}</source>
        <translation>{0} benutzen</translation>
    </message>
    <message>
        <source>Penalties</source>
        <translation>Strafen</translation>
    </message>
    <message>
        <source>DRY</source>
        <translation>DRY</translation>
    </message>
    <message>
        <source>Top-n-sigma</source>
        <translation>Top-n-Sigma</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Typical-p</source>
        <translation>Typical-p</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>XTC</source>
        <translation>XTC</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Teach a model your way of answering</source>
        <translation>Einem Modell die eigene Art zu antworten beibringen</translation>
    </message>
    <message>
        <source>Fine-tuning shows a model examples of good replies until it writes like them. Hone trains a small adapter beside the model on this machine, and measures on rows it has never seen whether that helped.</source>
        <translation>Fine-Tuning zeigt einem Modell Beispiele guter Antworten, bis es so schreibt. Hone trainiert auf diesem Rechner einen kleinen Adapter neben dem Modell und misst an Zeilen, die es nie gesehen hat, ob es geholfen hat.</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>Neuer Lauf</translation>
    </message>
    <message>
        <source>Try it with the sample tickets</source>
        <translation>Mit den Beispiel-Tickets ausprobieren</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>Fine-Tuning</translation>
    </message>
    <message>
        <source>Show older runs</source>
        <translation>Ältere Läufe zeigen</translation>
    </message>
    <message>
        <source>{n} runs on this machine</source>
        <translation>{n} Läufe auf diesem Rechner</translation>
    </message>
    <message>
        <source>1 run on this machine</source>
        <translation>1 Lauf auf diesem Rechner</translation>
    </message>
</context>
<context>
    <name>OverviewTab</name>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>The rows were not looked at to the end.</source>
        <translation>Die Zeilen wurden nicht bis zum Ende angesehen.</translation>
    </message>
    <message>
        <source>Figures and problems are known once they were.</source>
        <translation>Danach sind Zahlen und Probleme bekannt.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal ansehen</translation>
    </message>
    <message>
        <source>Told from {0} rows drawn evenly.</source>
        <translation>Bestimmt aus {0} gleichmäßig gezogenen Zeilen.</translation>
    </message>
    <message>
        <source>The most frequent of {0} labels.</source>
        <translation>Die häufigsten von {0} Labels.</translation>
    </message>
    <message>
        <source>{0} per row</source>
        <translation>{0} pro Zeile</translation>
    </message>
    <message>
        <source>of all tokens</source>
        <translation>aller Token</translation>
    </message>
    <message>
        <source>counting</source>
        <translation>wird gezählt</translation>
    </message>
    <message>
        <source>all can be used</source>
        <translation>alle benutzbar</translation>
    </message>
    <message>
        <source>{0} cannot be used</source>
        <translation>{0} nicht benutzbar</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Tune</source>
        <translation>Fine-Tuning</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>PairSheet</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Both rows</source>
        <translation>Beide Zeilen</translation>
    </message>
    <message>
        <source>Row {0} removed</source>
        <translation>Zeile {0} entfernt</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Type a command, a conversation, a model…</source>
        <translation>Befehl, Unterhaltung oder Modell tippen…</translation>
    </message>
    <message>
        <source>Search commands, conversations and models</source>
        <translation>Befehle, Unterhaltungen und Modelle suchen</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Nothing fits. Fewer letters find more.</source>
        <translation>Nichts passt. Weniger Buchstaben finden mehr.</translation>
    </message>
</context>
<context>
    <name>PaletteGroups</name>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>Chat with</source>
        <translation>Chat mit</translation>
    </message>
</context>
<context>
    <name>PanelStep</name>
    <message>
        <source>Open the panel and choose “{0}”.</source>
        <translation>Die Leiste öffnen und „{0}“ wählen.</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Exact view</source>
        <translation>Exakte Ansicht</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
</context>
<context>
    <name>PartLegend</name>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Systemprompt</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Reply&apos;s beginning</source>
        <translation>Anfang der Antwort</translation>
    </message>
    <message>
        <source>Being typed</source>
        <translation>Gerade getippt</translation>
    </message>
</context>
<context>
    <name>PastComparisons</name>
    <message>
        <source>Comparisons</source>
        <translation>Vergleiche</translation>
    </message>
    <message>
        <source>New comparison</source>
        <translation>Neuer Vergleich</translation>
    </message>
    <message>
        <source>Your comparisons will be listed here.</source>
        <translation>Hier stehen später die Vergleiche.</translation>
    </message>
    <message>
        <source>{0} columns</source>
        <translation>{0} Spalten</translation>
    </message>
    <message>
        <source>1 round</source>
        <translation>1 Runde</translation>
    </message>
    <message>
        <source>{0} rounds</source>
        <translation>{0} Runden</translation>
    </message>
</context>
<context>
    <name>PendingBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Save as new version</source>
        <translation>Als neue Version speichern</translation>
    </message>
    <message>
        <source>1 row changed, not saved yet</source>
        <translation>1 Zeile geändert, noch nicht gespeichert</translation>
    </message>
    <message>
        <source>{0} rows changed, not saved yet</source>
        <translation>{0} Zeilen geändert, noch nicht gespeichert</translation>
    </message>
    <message>
        <source>Nothing to save: all changes are undone</source>
        <translation>Nichts zu speichern: Alle Änderungen sind rückgängig gemacht</translation>
    </message>
</context>
<context>
    <name>PlacesCard</name>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>{0} öffnen</translation>
    </message>
</context>
<context>
    <name>PreviewCard</name>
    <message>
        <source>Row to show</source>
        <translation>Anzuzeigende Zeile</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>Vorige Zeile</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Nächste Zeile</translation>
    </message>
    <message>
        <source>of {n}</source>
        <translation>von {n}</translation>
    </message>
    <message>
        <source>This row is left out of training; see what to look at above.</source>
        <translation>Diese Zeile wird beim Training ausgelassen; oben steht, warum.</translation>
    </message>
    <message>
        <source>What the model sees</source>
        <translation>Was das Modell sieht</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Nur gelesen</translation>
    </message>
    <message>
        <source>Special tokens are pills</source>
        <translation>Sondertoken sind gerahmt</translation>
    </message>
    <message>
        <source>{trained} of {tokens} tokens are trained.</source>
        <translation>{trained} von {tokens} Token werden trainiert.</translation>
    </message>
    <message>
        <source>Cut at the context length: {n}.</source>
        <translation>An der Kontextlänge gekürzt: {n}.</translation>
    </message>
    <message>
        <source>Nothing of this row is trained, so it teaches nothing. </source>
        <translation>Nichts von dieser Zeile wird trainiert, also lehrt sie nichts. </translation>
    </message>
    <message>
        <source>The stop token is not trained: replies may never end.</source>
        <translation>Das Stopp-Token wird nicht trainiert: Antworten enden vielleicht nie.</translation>
    </message>
    <message>
        <source>The stop token is trained, so the model learns where a reply ends.</source>
        <translation>Das Stopp-Token wird trainiert, also lernt das Modell, wo eine Antwort endet.</translation>
    </message>
</context>
<context>
    <name>ProblemCard</name>
    <message>
        <source>whole file</source>
        <translation>ganze Datei</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>{0} Zeilen</translation>
    </message>
    <message>
        <source>{0} Left out of training as it is.</source>
        <translation>{0} Unverändert beim Training ausgelassen.</translation>
    </message>
    <message>
        <source>Show the first {0}</source>
        <translation>Die ersten {0} zeigen</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>Row {0}</source>
        <translation>Zeile {0}</translation>
    </message>
    <message>
        <source>{0}, line {1}</source>
        <translation>{0}, Zeile {1} der Datei</translation>
    </message>
    <message>
        <source>Show both</source>
        <translation>Beide zeigen</translation>
    </message>
</context>
<context>
    <name>ProblemKinds</name>
    <message>
        <source>Also among the held-out rows</source>
        <translation>Auch unter den zurückgehaltenen Zeilen</translation>
    </message>
    <message>
        <source>Also among the test cases</source>
        <translation>Auch unter den Testfällen</translation>
    </message>
    <message>
        <source>Binary data in a column</source>
        <translation>Binärdaten in einer Spalte</translation>
    </message>
    <message>
        <source>Broken characters</source>
        <translation>Kaputte Zeichen</translation>
    </message>
    <message>
        <source>Chosen and rejected answer different prompts</source>
        <translation>Bevorzugt und abgelehnt zu verschiedenen Prompts</translation>
    </message>
    <message>
        <source>Chosen and rejected are the same</source>
        <translation>Bevorzugt und abgelehnt sind gleich</translation>
    </message>
    <message>
        <source>Column names are a guess</source>
        <translation>Spaltennamen sind geraten</translation>
    </message>
    <message>
        <source>Control tokens in a text</source>
        <translation>Steuertoken in einem Text</translation>
    </message>
    <message>
        <source>Different replies to one prompt</source>
        <translation>Verschiedene Antworten auf einen Prompt</translation>
    </message>
    <message>
        <source>Does not fit the other shape</source>
        <translation>Passt nicht in das andere Format</translation>
    </message>
    <message>
        <source>E-mail addresses and numbers</source>
        <translation>E-Mail-Adressen und Nummern</translation>
    </message>
    <message>
        <source>Empty prompt</source>
        <translation>Leerer Prompt</translation>
    </message>
    <message>
        <source>Empty reply</source>
        <translation>Leere Antwort</translation>
    </message>
    <message>
        <source>Empty text</source>
        <translation>Leerer Text</translation>
    </message>
    <message>
        <source>Encoded data in a text</source>
        <translation>Kodierte Daten in einem Text</translation>
    </message>
    <message>
        <source>Encoding is a guess</source>
        <translation>Zeichenkodierung ist geraten</translation>
    </message>
    <message>
        <source>Ends without a reply</source>
        <translation>Endet ohne Antwort</translation>
    </message>
    <message>
        <source>Exact duplicates</source>
        <translation>Exakte Dubletten</translation>
    </message>
    <message>
        <source>Few rows</source>
        <translation>Wenige Zeilen</translation>
    </message>
    <message>
        <source>HTML in a text</source>
        <translation>HTML in einem Text</translation>
    </message>
    <message>
        <source>History that is none</source>
        <translation>Ungültiger Verlauf</translation>
    </message>
    <message>
        <source>Invisible characters</source>
        <translation>Unsichtbare Zeichen</translation>
    </message>
    <message>
        <source>Keys and passwords</source>
        <translation>Schlüssel und Passwörter</translation>
    </message>
    <message>
        <source>Label that is none</source>
        <translation>Ungültiges Label</translation>
    </message>
    <message>
        <source>Labels are numbers</source>
        <translation>Labels sind Zahlen</translation>
    </message>
    <message>
        <source>Labels out of balance</source>
        <translation>Unausgewogene Labels</translation>
    </message>
    <message>
        <source>Longer than the context</source>
        <translation>Länger als der Kontext</translation>
    </message>
    <message>
        <source>Missing field</source>
        <translation>Fehlendes Feld</translation>
    </message>
    <message>
        <source>NaN read as null</source>
        <translation>NaN als null gelesen</translation>
    </message>
    <message>
        <source>Near duplicates</source>
        <translation>Ungefähre Dubletten</translation>
    </message>
    <message>
        <source>No column names</source>
        <translation>Keine Spaltennamen</translation>
    </message>
    <message>
        <source>No messages</source>
        <translation>Keine Nachrichten</translation>
    </message>
    <message>
        <source>No reply</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Not an object</source>
        <translation>Kein Objekt</translation>
    </message>
    <message>
        <source>Not text</source>
        <translation>Kein Text</translation>
    </message>
    <message>
        <source>Not valid JSON</source>
        <translation>Kein gültiges JSON</translation>
    </message>
    <message>
        <source>Null characters</source>
        <translation>Nullzeichen</translation>
    </message>
    <message>
        <source>Only one label</source>
        <translation>Nur ein Label</translation>
    </message>
    <message>
        <source>Parts that are not read</source>
        <translation>Nicht gelesene Teile</translation>
    </message>
    <message>
        <source>Prompts without replies</source>
        <translation>Prompts ohne Antworten</translation>
    </message>
    <message>
        <source>Reply refuses</source>
        <translation>Antwort ist eine Weigerung</translation>
    </message>
    <message>
        <source>Reply repeats the prompt</source>
        <translation>Antwort wiederholt den Prompt</translation>
    </message>
    <message>
        <source>Roles out of order</source>
        <translation>Rollen in falscher Reihenfolge</translation>
    </message>
    <message>
        <source>Rows of different shapes</source>
        <translation>Zeilen verschiedener Formate</translation>
    </message>
    <message>
        <source>Tool answers without a call</source>
        <translation>Werkzeugantworten ohne Aufruf</translation>
    </message>
    <message>
        <source>Tool call that is none</source>
        <translation>Ungültiger Werkzeugaufruf</translation>
    </message>
    <message>
        <source>Tools that are none</source>
        <translation>Ungültige Werkzeuge</translation>
    </message>
    <message>
        <source>Unknown role</source>
        <translation>Unbekannte Rolle</translation>
    </message>
    <message>
        <source>Wrong number of cells</source>
        <translation>Falsche Zahl von Zellen</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Problems in the data</source>
        <translation>Probleme in den Daten</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>Was anzusehen ist</translation>
    </message>
    <message>
        <source>Rows left out of training: {n}; the rest is used as it is.</source>
        <translation>Vom Training ausgelassene Zeilen: {n}; der Rest wird genommen, wie er ist.</translation>
    </message>
    <message>
        <source>All rows are used; these are worth a look.</source>
        <translation>Alle Zeilen werden genommen; diese sind einen Blick wert.</translation>
    </message>
    <message>
        <source>The first {n} are listed.</source>
        <translation>Die ersten {n} stehen hier.</translation>
    </message>
</context>
<context>
    <name>ProblemModel</name>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Whole file</source>
        <translation>Ganze Datei</translation>
    </message>
    <message>
        <source>Row {row}</source>
        <translation>Zeile {row}</translation>
    </message>
    <message>
        <source>, line {line}</source>
        <translation>, Zeile {line}</translation>
    </message>
</context>
<context>
    <name>ProblemWords</name>
    <message>
        <source>Letters such as ä or é may stand wrong in every row. Look at a few of them.</source>
        <translation>Buchstaben wie ä oder é können in jeder Zeile falsch stehen. Ein paar davon ansehen.</translation>
    </message>
    <message>
        <source>Only one part of the folder or workbook is read; the others teach nothing.</source>
        <translation>Nur ein Teil des Ordners oder der Arbeitsmappe wird gelesen; die übrigen lehren nichts.</translation>
    </message>
    <message>
        <source>Read rows of another shape as a data set of their own.</source>
        <translation>Zeilen eines anderen Formats als eigenen Datensatz lesen.</translation>
    </message>
    <message>
        <source>A model learns little of so few rows, or learns them by heart. Some hundred are a start.</source>
        <translation>Aus so wenigen Zeilen lernt ein Modell wenig, oder es lernt sie auswendig. Einige hundert sind ein Anfang.</translation>
    </message>
    <message>
        <source>With one label only, the model learns to say it always.</source>
        <translation>Mit nur einem Label lernt das Modell, es immer zu sagen.</translation>
    </message>
    <message>
        <source>The first row may be data, or names of columns that are none: look at the columns.</source>
        <translation>Die erste Zeile kann Daten enthalten oder Spaltennamen, die keine sind: die Spalten ansehen.</translation>
    </message>
    <message>
        <source>If the first row is data and not names, a row is missing and columns are misnamed.</source>
        <translation>Wenn die erste Zeile Daten und keine Namen enthält, fehlt eine Zeile, und die Spalten heißen falsch.</translation>
    </message>
    <message>
        <source>A column with pictures or other files cannot be learned by a language model.</source>
        <translation>Eine Spalte mit Bildern oder anderen Dateien kann ein Sprachmodell nicht lernen.</translation>
    </message>
    <message>
        <source>Empty numbers are written as NaN, which JSON does not know; they count as missing.</source>
        <translation>Leere Zahlen stehen als NaN da, was JSON nicht kennt; sie gelten als fehlend.</translation>
    </message>
    <message>
        <source>A label that is seen far more often than the others is said far more often too.</source>
        <translation>Ein Label, das viel häufiger vorkommt als die anderen, wird auch viel häufiger gesagt.</translation>
    </message>
    <message>
        <source>A model reads labels as words: a number says nothing about what it stands for.</source>
        <translation>Ein Modell liest Labels als Wörter: Eine Zahl sagt nichts darüber, wofür sie steht.</translation>
    </message>
    <message>
        <source>There are questions but no answers: they can test a model, or be answered by one.</source>
        <translation>Es gibt Fragen, aber keine Antworten: Sie können ein Modell testen oder von einem beantwortet werden.</translation>
    </message>
    <message>
        <source>A call of a tool that cannot be understood teaches the model to write such calls.</source>
        <translation>Ein unverständlicher Werkzeugaufruf bringt dem Modell bei, solche Aufrufe zu schreiben.</translation>
    </message>
    <message>
        <source>Two replies can be compared only when they answer the same prompt.</source>
        <translation>Zwei Antworten lassen sich nur vergleichen, wenn sie auf denselben Prompt antworten.</translation>
    </message>
    <message>
        <source>The row holds more than the other shape has places for, so it cannot be converted.</source>
        <translation>Die Zeile enthält mehr, als das andere Format aufnehmen kann, und lässt sich deshalb nicht umwandeln.</translation>
    </message>
    <message>
        <source>The line cannot be read. Often it was cut while saving.</source>
        <translation>Die Zeile ist nicht lesbar. Oft wurde sie beim Speichern abgeschnitten.</translation>
    </message>
    <message>
        <source>A row must have named fields; a bare value says nothing about prompt and reply.</source>
        <translation>Eine Zeile braucht benannte Felder; ein bloßer Wert sagt nichts über Prompt und Antwort.</translation>
    </message>
    <message>
        <source>A row with more or fewer cells than the table has columns: its values stand in wrong ones.</source>
        <translation>Eine Zeile mit mehr oder weniger Zellen, als die Tabelle Spalten hat: Ihre Werte stehen in den falschen.</translation>
    </message>
    <message>
        <source>A field that training needs is not there.</source>
        <translation>Ein Feld, das das Training braucht, ist nicht da.</translation>
    </message>
    <message>
        <source>A number or list stands where text is expected.</source>
        <translation>Eine Zahl oder Liste steht, wo Text erwartet wird.</translation>
    </message>
    <message>
        <source>There is nothing said in the row.</source>
        <translation>In der Zeile wird nichts gesagt.</translation>
    </message>
    <message>
        <source>The earlier turns are not pairs of a question and an answer.</source>
        <translation>Die früheren Beiträge sind keine Paare aus Frage und Antwort.</translation>
    </message>
    <message>
        <source>The tools or their calls cannot be understood.</source>
        <translation>Die Werkzeuge oder ihre Aufrufe sind nicht zu verstehen.</translation>
    </message>
    <message>
        <source>The label does not say whether the reply is good.</source>
        <translation>Das Label sagt nicht, ob die Antwort gut ist.</translation>
    </message>
    <message>
        <source>Somebody speaks whom chat templates do not know.</source>
        <translation>Jemand spricht, den Chat-Vorlagen nicht kennen.</translation>
    </message>
    <message>
        <source>Only replies are learned; without one the row teaches nothing.</source>
        <translation>Nur Antworten werden gelernt; ohne eine lehrt die Zeile nichts.</translation>
    </message>
    <message>
        <source>The model would learn to say nothing at all.</source>
        <translation>Das Modell würde lernen, gar nichts zu sagen.</translation>
    </message>
    <message>
        <source>The model would learn a reply to nothing, and say it at random.</source>
        <translation>Das Modell würde eine Antwort auf nichts lernen und sie irgendwann zufällig geben.</translation>
    </message>
    <message>
        <source>There is nothing to learn in the row.</source>
        <translation>In der Zeile gibt es nichts zu lernen.</translation>
    </message>
    <message>
        <source>Many chat templates refuse two turns of one side in a row; others join them without a gap.</source>
        <translation>Viele Chat-Vorlagen lehnen zwei Beiträge einer Seite nacheinander ab; andere fügen sie ohne Lücke zusammen.</translation>
    </message>
    <message>
        <source>What stands after the last reply is only read, and costs memory and time.</source>
        <translation>Was nach der letzten Antwort steht, wird nur gelesen und kostet Speicher und Zeit.</translation>
    </message>
    <message>
        <source>A tool answers though nobody called it; templates refuse that or write nonsense.</source>
        <translation>Ein Werkzeug antwortet, obwohl niemand es aufgerufen hat; Vorlagen lehnen das ab oder schreiben Unsinn.</translation>
    </message>
    <message>
        <source>Null characters come from damaged files; the model would learn to write them.</source>
        <translation>Nullzeichen kommen aus beschädigten Dateien; das Modell würde lernen, sie zu schreiben.</translation>
    </message>
    <message>
        <source>Characters were lost when the file was made; the model would learn the holes.</source>
        <translation>Beim Erzeugen der Datei gingen Zeichen verloren; das Modell würde die Lücken lernen.</translation>
    </message>
    <message>
        <source>Nobody sees them, but they are tokens: words with them are other words to a model.</source>
        <translation>Niemand sieht sie, aber sie sind Token: Wörter damit sind für ein Modell andere Wörter.</translation>
    </message>
    <message>
        <source>Pictures or files written as letters take thousands of tokens and teach nothing.</source>
        <translation>Als Buchstaben geschriebene Bilder oder Dateien brauchen tausende Token und lehren nichts.</translation>
    </message>
    <message>
        <source>Marks of a chat template inside a text can end a turn early when a program takes them literally.</source>
        <translation>Zeichen einer Chat-Vorlage in einem Text können einen Beitrag vorzeitig beenden, wenn ein Programm sie wörtlich nimmt.</translation>
    </message>
    <message>
        <source>The model would learn to write tags such as &lt;br&gt;. Take them out, unless HTML is to be learned.</source>
        <translation>Das Modell würde lernen, Tags wie &lt;br&gt; zu schreiben. Sie entfernen, außer wenn HTML gelernt werden soll.</translation>
    </message>
    <message>
        <source>There is nothing to prefer between two equal replies.</source>
        <translation>Zwischen zwei gleichen Antworten gibt es nichts zu bevorzugen.</translation>
    </message>
    <message>
        <source>The model would learn to repeat what it is asked.</source>
        <translation>Das Modell würde lernen, die Frage zu wiederholen.</translation>
    </message>
    <message>
        <source>The model would learn to refuse. Keep those that are meant, and remove the others.</source>
        <translation>Das Modell würde lernen, sich zu weigern. Gewollte Weigerungen behalten, die übrigen entfernen.</translation>
    </message>
    <message>
        <source>What a model has learned it can say to anyone: passwords and keys must not be in it.</source>
        <translation>Was ein Modell gelernt hat, kann es jedem sagen: Passwörter und Schlüssel dürfen nicht darin sein.</translation>
    </message>
    <message>
        <source>What a model has learned it can say to anyone. Addresses and numbers of people are theirs.</source>
        <translation>Was ein Modell gelernt hat, kann es jedem sagen. Adressen und Nummern gehören den Menschen, um die es geht.</translation>
    </message>
    <message>
        <source>What stands after the context length is cut off, and with it often the end of the reply.</source>
        <translation>Was nach der Kontextlänge steht, wird abgeschnitten, und damit oft das Ende der Antwort.</translation>
    </message>
    <message>
        <source>What stands there twice is learned twice, and seems known where it is held out.</source>
        <translation>Was doppelt dasteht, wird doppelt gelernt und wirkt bekannt, wo es zurückgehalten ist.</translation>
    </message>
    <message>
        <source>Nearly the same text again and again weighs more than it should. Look at some pairs first.</source>
        <translation>Fast derselbe Text immer wieder wiegt mehr, als er sollte. Zuerst einige Paare ansehen.</translation>
    </message>
    <message>
        <source>One prompt with different replies: the model learns to guess between them.</source>
        <translation>Ein Prompt mit verschiedenen Antworten: Das Modell lernt, zwischen ihnen zu raten.</translation>
    </message>
    <message>
        <source>Held-out rows measure what was not seen; rows that were trained make the measure too good.</source>
        <translation>Zurückgehaltene Zeilen messen an Ungesehenem; trainierte Zeilen darunter machen die Messung zu gut.</translation>
    </message>
    <message>
        <source>A model that has trained on the test cases passes them without being better.</source>
        <translation>Ein Modell, das mit den Testfällen trainiert wurde, besteht sie, ohne besser zu sein.</translation>
    </message>
    <message>
        <source>Remove 1 row</source>
        <translation>1 Zeile entfernen</translation>
    </message>
    <message>
        <source>Remove {0} rows</source>
        <translation>{0} Zeilen entfernen</translation>
    </message>
    <message>
        <source>Keep the first, remove 1 row</source>
        <translation>Die erste behalten, 1 Zeile entfernen</translation>
    </message>
    <message>
        <source>Keep the first, remove {0} rows</source>
        <translation>Die erste behalten, {0} Zeilen entfernen</translation>
    </message>
    <message>
        <source>Turn into text in 1 row</source>
        <translation>In 1 Zeile in Text umwandeln</translation>
    </message>
    <message>
        <source>Turn into text in {0} rows</source>
        <translation>In {0} Zeilen in Text umwandeln</translation>
    </message>
    <message>
        <source>Put the turns of 1 row in order</source>
        <translation>Beiträge in 1 Zeile ordnen</translation>
    </message>
    <message>
        <source>Put the turns of {0} rows in order</source>
        <translation>Beiträge in {0} Zeilen ordnen</translation>
    </message>
    <message>
        <source>End 1 row with its last reply</source>
        <translation>1 Zeile mit der letzten Antwort enden lassen</translation>
    </message>
    <message>
        <source>End {0} rows with their last reply</source>
        <translation>{0} Zeilen mit der letzten Antwort enden lassen</translation>
    </message>
    <message>
        <source>Clean 1 row</source>
        <translation>1 Zeile bereinigen</translation>
    </message>
    <message>
        <source>Clean {0} rows</source>
        <translation>{0} Zeilen bereinigen</translation>
    </message>
    <message>
        <source>Turn into plain text in 1 row</source>
        <translation>In 1 Zeile in schlichten Text umwandeln</translation>
    </message>
    <message>
        <source>Turn into plain text in {0} rows</source>
        <translation>In {0} Zeilen in schlichten Text umwandeln</translation>
    </message>
    <message>
        <source>Mask them in 1 row</source>
        <translation>In 1 Zeile unkenntlich machen</translation>
    </message>
    <message>
        <source>Mask them in {0} rows</source>
        <translation>In {0} Zeilen unkenntlich machen</translation>
    </message>
    <message>
        <source>Mend {0} rows</source>
        <translation>{0} Zeilen ausbessern</translation>
    </message>
    <message>
        <source>{0}: mended in a new version</source>
        <translation>{0}: in einer neuen Version behoben</translation>
    </message>
</context>
<context>
    <name>ProblemsTab</name>
    <message>
        <source>Looking at the rows…</source>
        <translation>Zeilen werden angesehen…</translation>
    </message>
    <message>
        <source>Looking at the rows</source>
        <translation>Zeilen werden angesehen</translation>
    </message>
    <message>
        <source>Fix all that can be fixed</source>
        <translation>Alles Behebbare beheben</translation>
    </message>
    <message>
        <source>Near duplicates, contradictions, refusals and the like are left: look at some of them first.</source>
        <translation>Ungefähre Dubletten, Widersprüche, Weigerungen und Ähnliches bleiben: Zuerst einige davon ansehen.</translation>
    </message>
    <message>
        <source>Search all rows for near duplicates</source>
        <translation>Alle Zeilen auf ungefähre Dubletten prüfen</translation>
    </message>
    <message>
        <source>Compare with held-out rows…</source>
        <translation>Mit zurückgehaltenen Zeilen vergleichen…</translation>
    </message>
    <message>
        <source>Compare with test cases…</source>
        <translation>Mit Testfällen vergleichen…</translation>
    </message>
    <message>
        <source>Files that rows are compared with</source>
        <translation>Dateien, mit denen die Zeilen verglichen werden</translation>
    </message>
    <message>
        <source>Mended in a new version: {0} kinds of problems</source>
        <translation>In einer neuen Version behoben: {0} Arten von Problemen</translation>
    </message>
    <message>
        <source>Beside other rows</source>
        <translation>Im Vergleich mit anderen Zeilen</translation>
    </message>
    <message>
        <source>Rows that stand in held-out rows or test cases too make every measure too good.</source>
        <translation>Zeilen, die auch in zurückgehaltenen Zeilen oder Testfällen stehen, machen jede Messung zu gut.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Fix all problems that can be fixed</source>
        <translation>Alle behebbaren Probleme beheben</translation>
    </message>
    <message>
        <source>Compare with held-out rows</source>
        <translation>Mit zurückgehaltenen Zeilen vergleichen</translation>
    </message>
    <message>
        <source>Compare with test cases</source>
        <translation>Mit Testfällen vergleichen</translation>
    </message>
    <message>
        <source>The rows were not looked at to the end.</source>
        <translation>Die Zeilen wurden nicht bis zum Ende angesehen.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal ansehen</translation>
    </message>
    <message>
        <source>1 kind of problem</source>
        <translation>1 Art von Problem</translation>
    </message>
    <message>
        <source>{0} kinds of problems</source>
        <translation>{0} Arten von Problemen</translation>
    </message>
    <message>
        <source>Near duplicates were sought among all rows.</source>
        <translation>Ungefähre Dubletten wurden unter allen Zeilen gesucht.</translation>
    </message>
    <message>
        <source>Near duplicates were sought among the first {0} rows; comparing all takes longer.</source>
        <translation>Ungefähre Dubletten wurden unter den ersten {0} Zeilen gesucht; alle zu vergleichen dauert länger.</translation>
    </message>
</context>
<context>
    <name>ProgressView</name>
    <message>
        <source>{0} left</source>
        <translation>noch {0}</translation>
    </message>
</context>
<context>
    <name>PromptActions</name>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>New prompt</source>
        <translation>Neuer Prompt</translation>
    </message>
    <message>
        <source>Save a version</source>
        <translation>Version speichern</translation>
    </message>
    <message>
        <source>Use in a new conversation</source>
        <translation>In einer neuen Unterhaltung verwenden</translation>
    </message>
    <message>
        <source>Use in the present conversation</source>
        <translation>In der jetzigen Unterhaltung verwenden</translation>
    </message>
    <message>
        <source>Search prompts</source>
        <translation>Prompts durchsuchen</translation>
    </message>
    <message>
        <source>Compare versions</source>
        <translation>Versionen vergleichen</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Nächste Änderung</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
    </message>
    <message>
        <source>Discard what is not saved</source>
        <translation>Verwerfen, was nicht gespeichert ist</translation>
    </message>
    <message>
        <source>Duplicate the prompt</source>
        <translation>Prompt verdoppeln</translation>
    </message>
    <message>
        <source>Delete the prompt</source>
        <translation>Prompt löschen</translation>
    </message>
    <message>
        <source>Import prompts</source>
        <translation>Prompts importieren</translation>
    </message>
    <message>
        <source>Export as TOML</source>
        <translation>Als TOML exportieren</translation>
    </message>
    <message>
        <source>Export as Markdown</source>
        <translation>Als Markdown exportieren</translation>
    </message>
    <message>
        <source>Export with all versions</source>
        <translation>Mit allen Versionen exportieren</translation>
    </message>
    <message>
        <source>Export all prompts</source>
        <translation>Alle Prompts exportieren</translation>
    </message>
    <message>
        <source>Show or hide the list</source>
        <translation>Liste ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show or hide the history</source>
        <translation>Verlauf ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Verdoppeln</translation>
    </message>
    <message>
        <source>Export as TOML…</source>
        <translation>Als TOML exportieren…</translation>
    </message>
    <message>
        <source>Export as Markdown…</source>
        <translation>Als Markdown exportieren…</translation>
    </message>
    <message>
        <source>Export with all versions…</source>
        <translation>Mit allen Versionen exportieren…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>PromptCard</name>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Choose a prompt</source>
        <translation>Prompt wählen</translation>
    </message>
    <message>
        <source>Save what is here as a new prompt</source>
        <translation>Als neuen Prompt speichern, was hier steht</translation>
    </message>
    <message>
        <source>Open the library</source>
        <translation>Bibliothek öffnen</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>edited here</source>
        <translation>hier bearbeitet</translation>
    </message>
    <message>
        <source>Unload the prompt</source>
        <translation>Prompt herausnehmen</translation>
    </message>
    <message>
        <source>Open in the library</source>
        <translation>In der Bibliothek öffnen</translation>
    </message>
    <message>
        <source>Save as a new version</source>
        <translation>Als neue Version speichern</translation>
    </message>
    <message>
        <source>Back to the saved text</source>
        <translation>Zurück zum gespeicherten Text</translation>
    </message>
    <message>
        <source>Save as a prompt</source>
        <translation>Als Prompt speichern</translation>
    </message>
    <message>
        <source>A prompt brings a system prompt, variables, examples and the reply&apos;s form.</source>
        <translation>Ein Prompt bringt Systemprompt, Variablen, Beispiele und die Form der Antwort mit.</translation>
    </message>
    <message>
        <source>This version is not in the library any more. The conversation keeps its text.</source>
        <translation>Diese Version ist nicht mehr in der Bibliothek. Die Unterhaltung behält ihren Text.</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>Version {0}</translation>
    </message>
</context>
<context>
    <name>PromptChoice</name>
    <message>
        <source>Saved prompt</source>
        <translation>Gespeicherter Prompt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>The system prompt below, as it is written</source>
        <translation>Der Systemprompt darunter, wie er geschrieben ist</translation>
    </message>
    <message>
        <source>A prompt that is gone</source>
        <translation>Ein Prompt, den es nicht mehr gibt</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>Version {0}</translation>
    </message>
</context>
<context>
    <name>PromptEditor</name>
    <message>
        <source>System prompt</source>
        <translation>Systemprompt</translation>
    </message>
    <message>
        <source>What the model should do, and how it should answer</source>
        <translation>Was das Modell tun soll und wie es antworten soll</translation>
    </message>
    <message>
        <source>First message</source>
        <translation>Erste Nachricht</translation>
    </message>
    <message>
        <source>What is said first, such as {{question}}</source>
        <translation>Was zuerst gesagt wird, etwa {{question}}</translation>
    </message>
    <message>
        <source>This comes with Hone and stays as it is: a change is saved as a copy of your own.</source>
        <translation>Dieser Prompt gehört zu Hone und bleibt, wie er ist: Eine Änderung wird als eigene Kopie gespeichert.</translation>
    </message>
    <message>
        <source>Said before the conversation.</source>
        <translation>Wird vor der Unterhaltung gesagt.</translation>
    </message>
    <message>
        <source>Written into the message field when used.</source>
        <translation>Steht beim Verwenden im Nachrichtenfeld.</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>PromptFiles</name>
    <message>
        <source>Import prompts</source>
        <translation>Prompts importieren</translation>
    </message>
    <message>
        <source>Prompts (*.toml *.md *.markdown);;All files (*)</source>
        <translation>Prompts (*.toml *.md *.markdown);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>TOML (*.toml)</source>
        <translation>TOML (*.toml)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Export the prompt</source>
        <translation>Prompt exportieren</translation>
    </message>
    <message>
        <source>Export all prompts</source>
        <translation>Alle Prompts exportieren</translation>
    </message>
</context>
<context>
    <name>PromptHeading</name>
    <message>
        <source>Name of the prompt</source>
        <translation>Name des Prompts</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>Schlagwörter, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>About the prompt</source>
        <translation>Über den Prompt</translation>
    </message>
    <message>
        <source>When to use it, and what you know of its effect</source>
        <translation>Wann er passt und was über seine Wirkung bekannt ist</translation>
    </message>
</context>
<context>
    <name>PromptList</name>
    <message>
        <source>Search prompts</source>
        <translation>Prompts durchsuchen</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Alle Schlagwörter</translation>
    </message>
    <message>
        <source>No prompt holds these words.</source>
        <translation>Kein Prompt enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>New prompt</source>
        <translation>Neuer Prompt</translation>
    </message>
    <message>
        <source>Import prompts</source>
        <translation>Prompts importieren</translation>
    </message>
</context>
<context>
    <name>PromptPanel</name>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Write {{name}} into the system prompt, and a field for it appears here.</source>
        <translation>{{name}} in den Systemprompt schreiben, und hier erscheint ein Feld dafür.</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Choose a prompt</source>
        <translation>Prompt wählen</translation>
    </message>
    <message>
        <source>Save the prompt as a new version</source>
        <translation>Den Prompt als neue Version speichern</translation>
    </message>
    <message>
        <source>Save as a new prompt</source>
        <translation>Als neuen Prompt speichern</translation>
    </message>
    <message>
        <source>Unload the prompt</source>
        <translation>Prompt herausnehmen</translation>
    </message>
    <message>
        <source>This version is not in the library any more.</source>
        <translation>Diese Version ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>{0} took the place of the system prompt</source>
        <translation>{0} trat an die Stelle des Systemprompts</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Back to version {0}</source>
        <translation>Zurück zu Version {0}</translation>
    </message>
    <message>
        <source>{0} unloaded</source>
        <translation>{0} herausgenommen</translation>
    </message>
    <message>
        <source>From a conversation</source>
        <translation>Aus einer Unterhaltung</translation>
    </message>
    <message>
        <source>New prompt</source>
        <translation>Neuer Prompt</translation>
    </message>
    <message>
        <source>{0} is saved as version {1}</source>
        <translation>{0} ist als Version {1} gespeichert</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>PromptRows</name>
    <message>
        <source>unsaved changes</source>
        <translation>ungespeicherte Änderungen</translation>
    </message>
</context>
<context>
    <name>PromptView</name>
    <message>
        <source>What the model gets</source>
        <translation>Was das Modell bekommt</translation>
    </message>
</context>
<context>
    <name>PromptsPage</name>
    <message>
        <source>Keep what works</source>
        <translation>Behalten, was wirkt</translation>
    </message>
    <message>
        <source>A prompt is a system text with variables and examples. Every save is a version that can be compared and restored. Begin with your own, or look at a starter at the left.</source>
        <translation>Ein Prompt ist ein Systemtext mit Variablen und Beispielen. Jedes Speichern ist eine Version, die sich vergleichen und wiederherstellen lässt. Mit einem eigenen beginnen oder links einen der mitgelieferten ansehen.</translation>
    </message>
    <message>
        <source>New prompt</source>
        <translation>Neuer Prompt</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>Dateien importieren…</translation>
    </message>
    <message>
        <source>Untitled prompt</source>
        <translation>Prompt ohne Namen</translation>
    </message>
    <message>
        <source>Unsaved changes discarded</source>
        <translation>Ungespeicherte Änderungen verworfen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Saved as version {0}</source>
        <translation>Als Version {0} gespeichert</translation>
    </message>
    <message>
        <source>{0} deleted</source>
        <translation>{0} gelöscht</translation>
    </message>
    <message>
        <source>Nothing in it is new.</source>
        <translation>Nichts darin ist neu.</translation>
    </message>
    <message>
        <source>{0} prompts imported</source>
        <translation>{0} Prompts importiert</translation>
    </message>
    <message>
        <source>{0} imported</source>
        <translation>{0} importiert</translation>
    </message>
    <message>
        <source>{0} was there: the file is its version {1} now</source>
        <translation>{0} war schon da: Die Datei ist jetzt seine Version {1}</translation>
    </message>
    <message>
        <source>Written to {0}</source>
        <translation>Nach {0} geschrieben</translation>
    </message>
    <message>
        <source>{0} prompts written</source>
        <translation>{0} Prompts geschrieben</translation>
    </message>
</context>
<context>
    <name>PromptsStep</name>
    <message>
        <source>Keep what works</source>
        <translation>Behalten, was wirkt</translation>
    </message>
    <message>
        <source>Prompts are kept with their versions, examples and variables. Some to begin with are there: few-shot, chain of thought, extraction to JSON and more.</source>
        <translation>Prompts werden mit Versionen, Beispielen und Variablen behalten. Einige für den Anfang sind da: Few-Shot, Gedankenkette, Auslesen als JSON und mehr.</translation>
    </message>
    <message>
        <source>Open the page of prompts.</source>
        <translation>Die Seite „Prompts“ öffnen.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>ReadingCard</name>
    <message>
        <source>Train on the chosen replies</source>
        <translation>Mit den bevorzugten Antworten trainieren</translation>
    </message>
    <message>
        <source>Choose columns…</source>
        <translation>Spalten wählen…</translation>
    </message>
    <message>
        <source>Read as: {0}</source>
        <translation>Gelesen als: {0}</translation>
    </message>
    <message>
        <source>{0} · {1} of the rows looked at fit</source>
        <translation>{0} · {1} der angesehenen Zeilen passen</translation>
    </message>
    <message>
        <source>These rows compare or judge replies. Fine-tuning on them as they are would learn the bad replies too; the good ones alone make a version that can be trained on.</source>
        <translation>Diese Zeilen vergleichen oder bewerten Antworten. Ein Fine-Tuning mit ihnen, wie sie sind, würde auch die schlechten Antworten lernen; die guten allein ergeben eine Version, mit der sich trainieren lässt.</translation>
    </message>
    <message>
        <source>Read as {0}</source>
        <translation>Als {0} lesen</translation>
    </message>
    <message>
        <source>Read the part {0}</source>
        <translation>Den Teil {0} lesen</translation>
    </message>
</context>
<context>
    <name>ReadyPage</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>All is set. The run saves checkpoints on the way: it can be stopped and resumed.</source>
        <translation>Alles ist bereit. Der Lauf speichert unterwegs Checkpoints: Er lässt sich anhalten und fortsetzen.</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>Name des Laufs</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Training starten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>You can go on chatting while this trains, as far as the memory suffices.</source>
        <translation>Chatten geht auch während des Trainings, so weit der Speicher reicht.</translation>
    </message>
    <message>
        <source>{model} on {data}</source>
        <translation>{model} auf {data}</translation>
    </message>
    <message>
        <source>{0}, version {1}</source>
        <translation>{0}, Version {1}</translation>
    </message>
    <message>
        <source>rank {rank}, learning rate {rate}, {epochs} epochs, context {context}</source>
        <translation>Rang {rank}, Lernrate {rate}, {epochs} Epochen, Kontext {context}</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>Basismodell</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>{name}, {n} rows</source>
        <translation>{name}, {n} Zeilen</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>{n} steps</source>
        <translation>{n} Schritte</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>ReferencesLine</name>
    <message>
        <source>Written by the model. Not checked: nothing was fetched.</source>
        <translation>Vom Modell geschrieben. Ungeprüft: Nichts wurde abgerufen.</translation>
    </message>
    <message>
        <source>1 reference, unverified</source>
        <translation>1 Verweis, ungeprüft</translation>
    </message>
    <message>
        <source>{0} references, unverified</source>
        <translation>{0} Verweise, ungeprüft</translation>
    </message>
</context>
<context>
    <name>RegenerateStep</name>
    <message>
        <source>Ask for another reply</source>
        <translation>Eine andere Antwort verlangen</translation>
    </message>
    <message>
        <source>A model chooses its words by chance, so the same message has many replies. The first one is kept: both become branches of the conversation.</source>
        <translation>Ein Modell wählt seine Worte mit Hilfe des Zufalls, also hat dieselbe Nachricht viele Antworten. Die erste bleibt erhalten: Beide werden zu Zweigen der Unterhaltung.</translation>
    </message>
    <message>
        <source>Press the circling arrows below the reply.</source>
        <translation>Die kreisenden Pfeile unter der Antwort drücken.</translation>
    </message>
    <message>
        <source>The reply is being made…</source>
        <translation>Die Antwort entsteht…</translation>
    </message>
</context>
<context>
    <name>ReplyBlocks</name>
    <message>
        <source>Thinking…</source>
        <translation>Denkt nach…</translation>
    </message>
    <message>
        <source>Called {0}</source>
        <translation>Hat {0} aufgerufen</translation>
    </message>
    <message>
        <source>a tool without a name</source>
        <translation>ein Werkzeug ohne Namen</translation>
    </message>
    <message>
        <source>Thought before answering</source>
        <translation>Hat vor der Antwort nachgedacht</translation>
    </message>
    <message>
        <source>Thought for less than a second</source>
        <translation>Hat weniger als eine Sekunde nachgedacht</translation>
    </message>
    <message>
        <source>Thought for {0} min {1} s</source>
        <translation>Hat {0} min {1} s nachgedacht</translation>
    </message>
    <message>
        <source>Thought for {0} s</source>
        <translation>Hat {0} s nachgedacht</translation>
    </message>
</context>
<context>
    <name>ReplyDetails</name>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>read {0} tokens</source>
        <translation>{0} Token gelesen</translation>
    </message>
    <message>
        <source>read {0} of {1} tokens, the rest was known</source>
        <translation>{0} von {1} Token gelesen, der Rest war bekannt</translation>
    </message>
    <message>
        <source>exact: the same reply alone as beside others</source>
        <translation>exakt: allein dieselbe Antwort wie neben anderen</translation>
    </message>
    <message>
        <source>fast: other work beside it may change a close choice</source>
        <translation>schnell: Andere Arbeit daneben kann eine knappe Wahl ändern</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>Adapter</translation>
    </message>
    <message>
        <source>Chat template</source>
        <translation>Chat-Vorlage</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Sampling</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation>{0} Token</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0} tokens/s</source>
        <translation>{0} Token/s</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>ReplyTokens</name>
    <message>
        <source>Less likely</source>
        <translation>Unwahrscheinlicher</translation>
    </message>
    <message>
        <source>More likely</source>
        <translation>Wahrscheinlicher</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Unentschieden</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Surprising</source>
        <translation>Überraschend</translation>
    </message>
    <message>
        <source>The whole reply is as likely with {1}.</source>
        <translation>Die ganze Antwort ist mit {1} gleich wahrscheinlich.</translation>
    </message>
    <message>
        <source>The whole reply is {0} more likely with {1}.</source>
        <translation>Die ganze Antwort ist mit {1} {0} wahrscheinlicher.</translation>
    </message>
    <message>
        <source>The whole reply is {0} less likely with {1}.</source>
        <translation>Die ganze Antwort ist mit {1} {0} unwahrscheinlicher.</translation>
    </message>
    <message>
        <source>{0} tokens · {1} each · perplexity {2}</source>
        <translation>{0} Token · je {1} · Perplexität {2}</translation>
    </message>
    <message>
        <source>Most changed tokens</source>
        <translation>Am stärksten geänderte Token</translation>
    </message>
    <message>
        <source>Where the model was least decided</source>
        <translation>Wo das Modell am wenigsten entschieden war</translation>
    </message>
    <message>
        <source>Most surprising tokens</source>
        <translation>Überraschendste Token</translation>
    </message>
</context>
<context>
    <name>RowActions</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Undo the last change of rows</source>
        <translation>Letzte Änderung an Zeilen rückgängig machen</translation>
    </message>
    <message>
        <source>Redo what was undone</source>
        <translation>Rückgängig Gemachtes wiederholen</translation>
    </message>
    <message>
        <source>Save changed rows as a new version</source>
        <translation>Geänderte Zeilen als neue Version speichern</translation>
    </message>
    <message>
        <source>Discard all changes of rows</source>
        <translation>Alle Änderungen an Zeilen verwerfen</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate the selected rows</source>
        <translation>Ausgewählte Zeilen verdoppeln</translation>
    </message>
    <message>
        <source>Copy the selected rows as JSON</source>
        <translation>Ausgewählte Zeilen als JSON kopieren</translation>
    </message>
    <message>
        <source>Bring back deleted rows</source>
        <translation>Gelöschte Zeilen zurückholen</translation>
    </message>
    <message>
        <source>Edit the row, or show it as it is learned</source>
        <translation>Zeile bearbeiten oder so zeigen, wie sie gelernt wird</translation>
    </message>
    <message>
        <source>Edit the row as JSON, or in a form</source>
        <translation>Zeile als JSON oder im Formular bearbeiten</translation>
    </message>
    <message>
        <source>Search in the rows</source>
        <translation>In den Zeilen suchen</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>Alle Zeilen zeigen</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Nächste Zeile</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>Vorige Zeile</translation>
    </message>
    <message>
        <source>Delete the selected rows</source>
        <translation>Ausgewählte Zeilen löschen</translation>
    </message>
    <message>
        <source>Delete row {0}</source>
        <translation>Zeile {0} löschen</translation>
    </message>
    <message>
        <source>Delete {0} rows</source>
        <translation>{0} Zeilen löschen</translation>
    </message>
    <message>
        <source>Bring back row {0}</source>
        <translation>Zeile {0} zurückholen</translation>
    </message>
    <message>
        <source>Bring back {0} rows</source>
        <translation>{0} Zeilen zurückholen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Verdoppeln</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>At most {0} rows at once. A filter keeps or leaves out any number.</source>
        <translation>Höchstens {0} Zeilen auf einmal. Ein Filter behält beliebig viele oder lässt sie weg.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>Duplicate 1 row</source>
        <translation>1 Zeile verdoppeln</translation>
    </message>
    <message>
        <source>Duplicate {0} rows</source>
        <translation>{0} Zeilen verdoppeln</translation>
    </message>
    <message>
        <source>1 row copied</source>
        <translation>1 Zeile kopiert</translation>
    </message>
    <message>
        <source>{0} rows copied</source>
        <translation>{0} Zeilen kopiert</translation>
    </message>
</context>
<context>
    <name>RowEditor</name>
    <message>
        <source>The row as JSON</source>
        <translation>Die Zeile als JSON</translation>
    </message>
    <message>
        <source>This row is too large to be edited here. It can be deleted.</source>
        <translation>Diese Zeile ist zu groß, um sie hier zu bearbeiten. Sie lässt sich löschen.</translation>
    </message>
    <message>
        <source>This row cannot be parsed, so it cannot be edited here. It can be deleted.</source>
        <translation>Diese Zeile ist nicht auswertbar und lässt sich deshalb hier nicht bearbeiten, aber löschen.</translation>
    </message>
    <message>
        <source>Add: {0}</source>
        <translation>Hinzufügen: {0}</translation>
    </message>
    <message>
        <source>Edit in a form</source>
        <translation>Im Formular bearbeiten</translation>
    </message>
    <message>
        <source>Edit as JSON</source>
        <translation>Als JSON bearbeiten</translation>
    </message>
</context>
<context>
    <name>RowModel</name>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>Row {0}</source>
        <translation>Zeile {0}</translation>
    </message>
    <message>
        <source>synthetic</source>
        <translation>synthetisch</translation>
    </message>
</context>
<context>
    <name>RowPane</name>
    <message>
        <source>The row</source>
        <translation>Die Zeile</translation>
    </message>
    <message>
        <source>As it is learned</source>
        <translation>Wie sie gelernt wird</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>No row</source>
        <translation>Keine Zeile</translation>
    </message>
    <message>
        <source>Row {0}</source>
        <translation>Zeile {0}</translation>
    </message>
    <message>
        <source>New row</source>
        <translation>Neue Zeile</translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation>Zeile {0} der Datei</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
</context>
<context>
    <name>RowSide</name>
    <message>
        <source>Go to the row</source>
        <translation>Zur Zeile</translation>
    </message>
    <message>
        <source>Remove this row</source>
        <translation>Diese Zeile entfernen</translation>
    </message>
    <message>
        <source>Row {0}</source>
        <translation>Zeile {0}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
</context>
<context>
    <name>RowTable</name>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
</context>
<context>
    <name>RowsTab</name>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>As it is learned</source>
        <translation>Wie sie gelernt wird</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>What can be done with the selected rows</source>
        <translation>Aktionen für die ausgewählten Zeilen</translation>
    </message>
    <message>
        <source>Room for the table and for the row</source>
        <translation>Platz für die Tabelle und für die Zeile</translation>
    </message>
    <message>
        <source>1 row changed</source>
        <translation>1 Zeile geändert</translation>
    </message>
    <message>
        <source>{0} rows changed</source>
        <translation>{0} Zeilen geändert</translation>
    </message>
    <message>
        <source>Discard all changes</source>
        <translation>Alle Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Changes discarded</source>
        <translation>Änderungen verworfen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>1 row changed in version {1} is not saved yet; it waits there.</source>
        <translation>1 geänderte Zeile in Version {1} ist noch nicht gespeichert; sie wartet dort.</translation>
    </message>
    <message>
        <source>{0} rows changed in version {1} are not saved yet; they wait there.</source>
        <translation>{0} geänderte Zeilen in Version {1} sind noch nicht gespeichert; sie warten dort.</translation>
    </message>
    <message>
        <source>Go to version {0}</source>
        <translation>Zu Version {0}</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>Edit row {0}</source>
        <translation>Zeile {0} bearbeiten</translation>
    </message>
</context>
<context>
    <name>RunActions</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation>Läufe durchsuchen</translation>
    </message>
    <message>
        <source>Show all runs</source>
        <translation>Alle Läufe zeigen</translation>
    </message>
    <message>
        <source>Open the run</source>
        <translation>Lauf öffnen</translation>
    </message>
    <message>
        <source>Clone the run into a draft</source>
        <translation>Lauf als Entwurf kopieren</translation>
    </message>
    <message>
        <source>Rename the run</source>
        <translation>Lauf umbenennen</translation>
    </message>
    <message>
        <source>Write a note on the run</source>
        <translation>Notiz zum Lauf schreiben</translation>
    </message>
    <message>
        <source>Open the run&apos;s folder</source>
        <translation>Ordner des Laufs öffnen</translation>
    </message>
    <message>
        <source>Export the table as CSV</source>
        <translation>Tabelle als CSV exportieren</translation>
    </message>
    <message>
        <source>Begin a fine-tune</source>
        <translation>Ein Fine-Tuning beginnen</translation>
    </message>
    <message>
        <source>Read the runs again</source>
        <translation>Läufe neu lesen</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Nächster Lauf</translation>
    </message>
    <message>
        <source>Previous run</source>
        <translation>Voriger Lauf</translation>
    </message>
    <message>
        <source>Choose all runs that are shown</source>
        <translation>Alle gezeigten Läufe wählen</translation>
    </message>
    <message>
        <source>Draw the curves over steps</source>
        <translation>Kurven über den Schritten zeichnen</translation>
    </message>
    <message>
        <source>Draw the curves over tokens</source>
        <translation>Kurven über den Token zeichnen</translation>
    </message>
    <message>
        <source>Draw the curves over time</source>
        <translation>Kurven über der Zeit zeichnen</translation>
    </message>
    <message>
        <source>Smoother curves</source>
        <translation>Glattere Kurven</translation>
    </message>
    <message>
        <source>Rougher curves</source>
        <translation>Rauere Kurven</translation>
    </message>
    <message>
        <source>Zoom into the curves</source>
        <translation>Kurven vergrößern</translation>
    </message>
    <message>
        <source>Zoom out of the curves</source>
        <translation>Kurven verkleinern</translation>
    </message>
    <message>
        <source>Fit the curves to the view</source>
        <translation>Kurven ganz zeigen</translation>
    </message>
    <message>
        <source>Sort runs by: {0}</source>
        <translation>Läufe sortieren nach: {0}</translation>
    </message>
    <message>
        <source>Move the runs to the trash</source>
        <translation>Läufe in den Papierkorb legen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Clone into a draft</source>
        <translation>Als Entwurf kopieren</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>In den Papierkorb legen</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>Draft rows</source>
        <translation>Zeilen entwerfen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Drafting</source>
        <translation>Zeilen werden entworfen</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
</context>
<context>
    <name>RunCard</name>
    <message>
        <source>Name of the run</source>
        <translation>Name des Laufs</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>held-out loss</source>
        <translation>zurückgehaltener Verlust</translation>
    </message>
    <message>
        <source>Chat with it</source>
        <translation>Damit chatten</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>More actions for {name}</source>
        <translation>Weitere Aktionen für {name}</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Start another like this</source>
        <translation>Noch einen solchen starten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>RunHeader</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Saves a checkpoint, then ends. The run can be resumed from exactly there.</source>
        <translation>Speichert einen Checkpoint und endet dann. Der Lauf lässt sich genau von dort fortsetzen.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>All runs</source>
        <translation>Alle Läufe</translation>
    </message>
</context>
<context>
    <name>RunPanel</name>
    <message>
        <source>Name of the run</source>
        <translation>Name des Laufs</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Clone into a draft</source>
        <translation>Als Entwurf kopieren</translation>
    </message>
    <message>
        <source>Open the run&apos;s folder</source>
        <translation>Ordner des Laufs öffnen</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>In den Papierkorb legen</translation>
    </message>
    <message>
        <source>More to do with the run</source>
        <translation>Weitere Aktionen für den Lauf</translation>
    </message>
    <message>
        <source>Note on the run</source>
        <translation>Notiz zum Lauf</translation>
    </message>
    <message>
        <source>What you tried, what you saw, what comes next</source>
        <translation>Was versucht wurde, was sich zeigte, was als Nächstes kommt</translation>
    </message>
    <message>
        <source>Hold Ctrl and click other runs, or press Shift and an arrow key, to compare up to four.</source>
        <translation>Mit Strg weitere Läufe anklicken oder Umschalt und eine Pfeiltaste drücken, um bis zu vier zu vergleichen.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>{0} runs beside each other</source>
        <translation>{0} Läufe nebeneinander</translation>
    </message>
    <message>
        <source>{0} runs are chosen. Up to four can be compared; the trash takes all of them.</source>
        <translation>{0} Läufe sind gewählt. Bis zu vier lassen sich vergleichen; der Papierkorb nimmt alle.</translation>
    </message>
    <message>
        <source>Choose a run to see how it went, or two to four to compare them.</source>
        <translation>Einen Lauf wählen, um zu sehen, wie er verlief, oder zwei bis vier, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Zusehen</translation>
    </message>
    <message>
        <source>Open {0} on the page Tune</source>
        <translation>{0} auf der Seite „Fine-Tuning“ öffnen</translation>
    </message>
</context>
<context>
    <name>RunStats</name>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation>Zurückgehaltener Verlust</translation>
    </message>
    <message>
        <source>Tokens per second</source>
        <translation>Token je Sekunde</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>epoch {n}</source>
        <translation>Epoche {n}</translation>
    </message>
    <message>
        <source>rate {rate}</source>
        <translation>Rate {rate}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>{time} so far</source>
        <translation>{time} bisher</translation>
    </message>
    <message>
        <source>peak {size}</source>
        <translation>Spitze {size}</translation>
    </message>
    <message>
        <source>the base model</source>
        <translation>das Basismodell</translation>
    </message>
    <message>
        <source>{change} against base {base}</source>
        <translation>{change} gegenüber Basis {base}</translation>
    </message>
    <message>
        <source>{time} in all</source>
        <translation>{time} insgesamt</translation>
    </message>
    <message>
        <source>of {steps}</source>
        <translation>von {steps}</translation>
    </message>
</context>
<context>
    <name>RunTable</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Choose one run to see it, or two to four to compare them.</source>
        <translation>Einen Lauf wählen, um ihn zu sehen, oder zwei bis vier, um sie zu vergleichen.</translation>
    </message>
</context>
<context>
    <name>RunTableWords</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>Basismodell</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation>Zurückgehaltener Verlust</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>Adapter</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Auf der Platte</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>The lowest loss on the held-out rows, in nats per trained token: less is better.</source>
        <translation>Der niedrigste Verlust auf den zurückgehaltenen Zeilen, in Nat je trainiertem Token: Weniger ist besser.</translation>
    </message>
    <message>
        <source>How the held-out loss changed from the untrained model to the best step.</source>
        <translation>Wie sich der zurückgehaltene Verlust vom untrainierten Modell zum besten Schritt geändert hat.</translation>
    </message>
    <message>
        <source>How long it has trained.</source>
        <translation>Wie lange trainiert wurde.</translation>
    </message>
    <message>
        <source>The size of the adapter that came of it.</source>
        <translation>Die Größe des Adapters, der daraus entstand.</translation>
    </message>
    <message>
        <source>What the run&apos;s folder takes on the disk, with its checkpoints.</source>
        <translation>Was der Ordner des Laufs mit seinen Checkpoints auf der Platte belegt.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>Part of the data</source>
        <translation>Teil der Daten</translation>
    </message>
    <message>
        <source>Shape of the rows</source>
        <translation>Format der Zeilen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Held-out file</source>
        <translation>Zurückgehaltene Datei</translation>
    </message>
    <message>
        <source>Held-out share</source>
        <translation>Zurückgehaltener Anteil</translation>
    </message>
    <message>
        <source>Seed of the held-out rows</source>
        <translation>Seed der zurückgehaltenen Zeilen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>You may leave this page; the run goes on. A chat meanwhile shares the memory and the processor with it, and both are slower.</source>
        <translation>Diese Seite darf verlassen werden; der Lauf geht weiter. Ein Chat teilt sich derweil Speicher und Prozessor mit ihm, und beide sind langsamer.</translation>
    </message>
    <message>
        <source>Starting the trainer</source>
        <translation>Das Training wird gestartet</translation>
    </message>
    <message>
        <source>Training: step {step} of {steps}</source>
        <translation>Training: Schritt {step} von {steps}</translation>
    </message>
    <message>
        <source>Stopping: the trainer saves a checkpoint first</source>
        <translation>Wird angehalten: Zuerst wird ein Checkpoint gespeichert</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>Not started</source>
        <translation>Nicht gestartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>noch nicht gemessen</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>{n} min ago</source>
        <translation>vor {n} min</translation>
    </message>
    <message>
        <source>{n} h ago</source>
        <translation>vor {n} h</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>{n} days ago</source>
        <translation>vor {n} Tagen</translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>A run that trains is not moved to the trash. Stop it first.</source>
        <translation>Ein Lauf, der trainiert, kommt nicht in den Papierkorb. Erst anhalten.</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>Tabelle exportieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export the table as CSV</source>
        <translation>Tabelle als CSV exportieren</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>Neuer Lauf</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Noch keine Läufe</translation>
    </message>
    <message>
        <source>Every fine-tune is kept here with its plan, its curves and its result: to be compared, noted and begun again.</source>
        <translation>Jedes Fine-Tuning bleibt hier mit Plan, Kurven und Ergebnis: zum Vergleichen, für Notizen und für einen neuen Anfang.</translation>
    </message>
    <message>
        <source>Begin a fine-tune</source>
        <translation>Ein Fine-Tuning beginnen</translation>
    </message>
    <message>
        <source>No run is like that</source>
        <translation>Kein Lauf passt</translation>
    </message>
    <message>
        <source>Ask for less, or show all of them.</source>
        <translation>Weniger verlangen oder alle zeigen.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>{0} is in the trash</source>
        <translation>{0} ist im Papierkorb</translation>
    </message>
    <message>
        <source>{0} runs are in the trash</source>
        <translation>{0} Läufe sind im Papierkorb</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>1 run written to {1}</source>
        <translation>1 Lauf nach {1} geschrieben</translation>
    </message>
    <message>
        <source>{0} runs written to {1}</source>
        <translation>{0} Läufe nach {1} geschrieben</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>1 Lauf</translation>
    </message>
    <message>
        <source>{0} runs</source>
        <translation>{0} Läufe</translation>
    </message>
    <message>
        <source>{0} of {1} runs</source>
        <translation>{0} von {1} Läufen</translation>
    </message>
    <message>
        <source>{0} on disk</source>
        <translation>{0} auf der Platte</translation>
    </message>
</context>
<context>
    <name>SampleSheet</name>
    <message>
        <source>Rows to keep</source>
        <translation>Zu behaltende Zeilen</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>A part of the {0}, drawn at random and in their order. The same seed draws the same rows.</source>
        <translation>Ein Teil der {0}, zufällig gezogen und in ihrer Reihenfolge. Derselbe Seed zieht dieselben Zeilen.</translation>
    </message>
    <message>
        <source>Keep the sample</source>
        <translation>Stichprobe behalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Stichprobe</translation>
    </message>
    <message>
        <source>A sample of {0} is in use</source>
        <translation>Eine Stichprobe von {0} ist in Gebrauch</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>Replies at once</source>
        <translation>Antworten zugleich</translation>
    </message>
    <message>
        <source>Each is a branch of its own: switch between them below the reply.</source>
        <translation>Jede ist ein eigener Zweig: Unter der Antwort lässt sich zwischen ihnen wechseln.</translation>
    </message>
    <message>
        <source>Number of replies</source>
        <translation>Zahl der Antworten</translation>
    </message>
    <message>
        <source>They are read once and made together. A fixed seed is raised by one for each.</source>
        <translation>Gelesen wird einmal, erzeugt zusammen. Ein fester Seed wird für jede um eins erhöht.</translation>
    </message>
</context>
<context>
    <name>SaveBar</name>
    <message>
        <source>unsaved</source>
        <translation>ungespeichert</translation>
    </message>
    <message>
        <source>Note (optional)</source>
        <translation>Notiz (freiwillig)</translation>
    </message>
    <message>
        <source>Note for the version</source>
        <translation>Notiz zur Version</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Use in chat</source>
        <translation>Im Chat verwenden</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Show or hide the list</source>
        <translation>Liste ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show or hide the history</source>
        <translation>Verlauf ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>Version {0}</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
</context>
<context>
    <name>SayStep</name>
    <message>
        <source>Say something</source>
        <translation>Etwas sagen</translation>
    </message>
    <message>
        <source>The model runs on this computer; nothing is sent anywhere. The demo model is tiny, speaks English and knows little, but it answers at once.</source>
        <translation>Das Modell läuft auf diesem Rechner; nichts wird irgendwohin gesendet. Das Demo-Modell ist winzig, spricht Englisch und weiß wenig, aber es antwortet sofort.</translation>
    </message>
    <message>
        <source>Type a message, such as “{0}”, and press Enter.</source>
        <translation>Eine Nachricht tippen, etwa „{0}“, und Enter drücken.</translation>
    </message>
    <message>
        <source>The reply is being made…</source>
        <translation>Die Antwort entsteht…</translation>
    </message>
</context>
<context>
    <name>ScaleLegend</name>
    <message>
        <source>What the colours mean</source>
        <translation>Was die Farben bedeuten</translation>
    </message>
    <message>
        <source>{0} bits</source>
        <translation>{0} Bit</translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>Search in this text</source>
        <translation>In diesem Text suchen</translation>
    </message>
    <message>
        <source>Search in what the model gets</source>
        <translation>In dem suchen, was das Modell bekommt</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Vorige Stelle</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
</context>
<context>
    <name>SeedField</name>
    <message>
        <source>Rows to begin with</source>
        <translation>Ausgangszeilen</translation>
    </message>
    <message>
        <source>All rows, drawn anew each time; or numbers: 3, 8, 12-20</source>
        <translation>Alle Zeilen, jedes Mal neu gezogen; oder Nummern: 3, 8, 12-20</translation>
    </message>
    <message>
        <source>Choose for me</source>
        <translation>Automatisch wählen</translation>
    </message>
    <message>
        <source>Take rows that differ from each other as much as possible</source>
        <translation>Zeilen nehmen, die sich möglichst stark voneinander unterscheiden</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>Write numbers from 1 to {0}, and ranges such as 12-20.</source>
        <translation>Nummern von 1 bis {0} schreiben, auch Bereiche wie 12-20.</translation>
    </message>
    <message>
        <source>1 row. With more of them the new rows vary more.</source>
        <translation>1 Zeile. Mit mehreren werden die neuen Zeilen vielfältiger.</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>{0} Zeilen</translation>
    </message>
</context>
<context>
    <name>SeedLine</name>
    <message>
        <source>Draw another seed</source>
        <translation>Anderen Seed ziehen</translation>
    </message>
    <message>
        <source>One seed for all columns</source>
        <translation>Ein Seed für alle Spalten</translation>
    </message>
    <message>
        <source>Seed {0} for all columns</source>
        <translation>Seed {0} für alle Spalten</translation>
    </message>
    <message>
        <source>A new seed for each reply</source>
        <translation>Ein neuer Seed für jede Antwort</translation>
    </message>
</context>
<context>
    <name>SeedPart</name>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Random each time</source>
        <translation>Jedes Mal zufällig</translation>
    </message>
    <message>
        <source>Draw a seed and keep it</source>
        <translation>Einen Seed ziehen und behalten</translation>
    </message>
    <message>
        <source>Draw a new seed for each reply</source>
        <translation>Für jede Antwort einen neuen Seed ziehen</translation>
    </message>
    <message>
        <source>The same seed makes the same choices. Empty, each reply draws its own.</source>
        <translation>Derselbe Seed ergibt dieselbe Wahl. Leer zieht jede Antwort ihren eigenen.</translation>
    </message>
    <message>
        <source>Keep the seed of this reply, {0}</source>
        <translation>Den Seed dieser Antwort behalten, {0}</translation>
    </message>
</context>
<context>
    <name>ServerForm</name>
    <message>
        <source>How to add a server</source>
        <translation>Wie ein Server hinzukommt</translation>
    </message>
    <message>
        <source>Paste JSON</source>
        <translation>JSON einfügen</translation>
    </message>
    <message>
        <source>Command or address</source>
        <translation>Befehl oder Adresse</translation>
    </message>
    <message>
        <source>Description of servers as JSON</source>
        <translation>Beschreibung von Servern als JSON</translation>
    </message>
    <message>
        <source>Name of the server</source>
        <translation>Name des Servers</translation>
    </message>
    <message>
        <source>Variables or headers</source>
        <translation>Variablen oder Kopfzeilen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Values are kept in the system&apos;s keyring. A server gets only these, and what it needs to find programs.</source>
        <translation>Werte liegen im Schlüsselbund des Systems. Ein Server bekommt nur diese und was er braucht, um Programme zu finden.</translation>
    </message>
</context>
<context>
    <name>ServerGroup</name>
    <message>
        <source>Use the server {0} in this conversation</source>
        <translation>Den Server {0} in dieser Unterhaltung benutzen</translation>
    </message>
    <message>
        <source>Starting the server</source>
        <translation>Server startet</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Off. Switching it on starts {0}</source>
        <translation>Aus. Einschalten startet {0}</translation>
    </message>
    <message>
        <source>Off. {0}</source>
        <translation>Aus. {0}</translation>
    </message>
    <message>
        <source>It runs and calls itself {0}. What its tools say of themselves is its own words.</source>
        <translation>Er läuft und nennt sich {0}. Was seine Werkzeuge über sich sagen, sind seine eigenen Worte.</translation>
    </message>
    <message>
        <source>It runs.</source>
        <translation>Er läuft.</translation>
    </message>
    <message>
        <source>It starts with the next message.</source>
        <translation>Er startet mit der nächsten Nachricht.</translation>
    </message>
</context>
<context>
    <name>ServersCard</name>
    <message>
        <source>Add a server</source>
        <translation>Server hinzufügen</translation>
    </message>
    <message>
        <source>Starting the server</source>
        <translation>Server startet</translation>
    </message>
    <message>
        <source>There is none yet. Paste the JSON from a server&apos;s own instructions to add it.</source>
        <translation>Noch ist keiner da. Das JSON aus der Anleitung eines Servers einfügen, um ihn hinzuzufügen.</translation>
    </message>
    <message>
        <source>MCP servers bring tools to the chat. One starts only when you switch it on for a conversation, and its calls ask first. A server is a program that may do whatever you may.</source>
        <translation>MCP-Server bringen Werkzeuge in den Chat. Einer startet nur, wenn er für eine Unterhaltung eingeschaltet wird, und seine Aufrufe fragen zuerst. Ein Server ist ein Programm, das alles darf, was der Benutzer darf.</translation>
    </message>
    <message>
        <source>Tool servers (MCP)</source>
        <translation>Werkzeug-Server (MCP)</translation>
    </message>
    <message>
        <source>Gets {0} from the keyring</source>
        <translation>Bekommt {0} aus dem Schlüsselbund</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Test {0}</source>
        <translation>{0} testen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>{0} entfernen</translation>
    </message>
    <message>
        <source>{0} was added</source>
        <translation>{0} wurde hinzugefügt</translation>
    </message>
    <message>
        <source>Starting {0}</source>
        <translation>{0} startet</translation>
    </message>
    <message>
        <source>{0} works. It has 1 tool: {2}</source>
        <translation>{0} geht. Er hat 1 Werkzeug: {2}</translation>
    </message>
    <message>
        <source>{0} works. It has {1} tools: {2}</source>
        <translation>{0} geht. Er hat {1} Werkzeuge: {2}</translation>
    </message>
    <message>
        <source>{0} was removed</source>
        <translation>{0} wurde entfernt</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Why {value}?</source>
        <translation>Warum {value}?</translation>
    </message>
    <message>
        <source>Why {value} for {name}?</source>
        <translation>Warum {value} für {name}?</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über Hone</translation>
    </message>
    <message>
        <source>Models, data and conversations stay on this computer. Only what you say to an endpoint that you added is sent there.</source>
        <translation>Modelle, Daten und Unterhaltungen bleiben auf diesem Rechner. Nur was man einem selbst hinzugefügten Endpunkt sagt, wird dorthin gesendet.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Models put here are found without asking.</source>
        <translation>Modelle hier werden ohne Nachfrage gefunden.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>One folder per fine-tune.</source>
        <translation>Ein Ordner je Fine-Tuning.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Conversations, settings, backups.</source>
        <translation>Unterhaltungen, Einstellungen, Sicherungen.</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>What the program and its workers wrote.</source>
        <translation>Was das Programm und seine Prozesse schrieben.</translation>
    </message>
    <message>
        <source>The language is taken when Hone is started again</source>
        <translation>Die Sprache gilt ab dem nächsten Start von Hone</translation>
    </message>
</context>
<context>
    <name>SetupPart</name>
    <message>
        <source>The engine of {0} cannot do this.</source>
        <translation>Die Engine von {0} kann das nicht.</translation>
    </message>
</context>
<context>
    <name>ShareHistogram</name>
    <message>
        <source>Trained share of the rows</source>
        <translation>Trainierter Anteil der Zeilen</translation>
    </message>
</context>
<context>
    <name>SharesBar</name>
    <message>
        <source>Shares of the mix</source>
        <translation>Anteile der Mischung</translation>
    </message>
</context>
<context>
    <name>SharesCard</name>
    <message>
        <source>Show all {0}</source>
        <translation>Alle {0} zeigen</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
</context>
<context>
    <name>ShortcutRow</name>
    <message>
        <source>Reset the keys of {0}</source>
        <translation>Tasten für {0} zurücksetzen</translation>
    </message>
    <message>
        <source>{0} is already “{1}” ({2}).</source>
        <translation>{0} ist schon „{1}“ ({2}).</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Take it; the other command has no keys then</source>
        <translation>Übernehmen; der andere Befehl hat dann keine Tasten</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Add Ctrl or Alt, or press a function key: letters alone are for typing.</source>
        <translation>Strg oder Alt dazu drücken, oder eine Funktionstaste: Buchstaben allein sind zum Schreiben da.</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Search commands or keys</source>
        <translation>Befehle oder Tasten suchen</translation>
    </message>
    <message>
        <source>No command fits.</source>
        <translation>Kein Befehl passt.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Choose a shortcut to change it: press the new keys, Backspace for none, Esc to leave it.</source>
        <translation>Zum Ändern ein Tastenkürzel wählen: neue Tasten drücken, Rücktaste für keine, Esc lässt alles so.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>All shortcuts are as Hone comes</source>
        <translation>Alle Tastenkürzel sind wieder wie mitgeliefert</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>Sparkline</name>
    <message>
        <source>Training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation>von {first} bis {last}</translation>
    </message>
</context>
<context>
    <name>SplitSheet</name>
    <message>
        <source>Set apart by</source>
        <translation>Trennen nach</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Choose a column</source>
        <translation>Spalte wählen</translation>
    </message>
    <message>
        <source>Share held out, in percent</source>
        <translation>Zurückgehaltener Anteil in Prozent</translation>
    </message>
    <message>
        <source>Share held out</source>
        <translation>Zurückgehaltener Anteil</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Make both data sets</source>
        <translation>Beide Datensätze anlegen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Rows that a model is measured on must not be among those it is trained on. Two data sets are made: one to train on, one held out.</source>
        <translation>Zeilen, an denen ein Modell gemessen wird, dürfen nicht unter denen sein, mit denen es trainiert wird. Zwei Datensätze entstehen: einer zum Trainieren, einer zum Zurückhalten.</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilen</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Drawn at random. Rows that say the same stay together.</source>
        <translation>Zufällig gezogen. Zeilen, die dasselbe sagen, bleiben zusammen.</translation>
    </message>
    <message>
        <source>Rows with the same value in this column stay together, such as one customer&apos;s.</source>
        <translation>Zeilen mit demselben Wert in dieser Spalte bleiben zusammen, etwa die eines Kunden.</translation>
    </message>
    <message>
        <source>The latest rows are held out, as a model meets them later.</source>
        <translation>Die neuesten Zeilen werden zurückgehalten, so wie ein Modell sie später antrifft.</translation>
    </message>
    <message>
        <source>There are too few rows to set some apart.</source>
        <translation>Es sind zu wenige Zeilen, um welche zurückzuhalten.</translation>
    </message>
    <message>
        <source>Choose the column.</source>
        <translation>Die Spalte wählen.</translation>
    </message>
    <message>
        <source>The rows are not counted yet.</source>
        <translation>Die Zeilen sind noch nicht gezählt.</translation>
    </message>
    <message>
        <source>About {0} rows to train on and {1} held out.</source>
        <translation>Etwa {0} Zeilen zum Trainieren und {1} zurückgehalten.</translation>
    </message>
    <message>
        <source>Splitting {0}</source>
        <translation>{0} wird aufgeteilt</translation>
    </message>
    <message>
        <source>{0} rows to train on, {1} held out</source>
        <translation>{0} Zeilen zum Trainieren, {1} zurückgehalten</translation>
    </message>
    <message>
        <source>Open the held-out rows</source>
        <translation>Zurückgehaltene Zeilen öffnen</translation>
    </message>
</context>
<context>
    <name>StackedBar</name>
    <message>
        <source>Memory forecast</source>
        <translation>Speicherprognose</translation>
    </message>
    <message>
        <source>{peak} needed of {free} free</source>
        <translation>{peak} gebraucht von {free} freien</translation>
    </message>
    <message>
        <source>forecast {size}</source>
        <translation>Prognose {size}</translation>
    </message>
    <message>
        <source>measured {size}</source>
        <translation>gemessen {size}</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>{size} frei</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>Neu anfangen</translation>
    </message>
    <message>
        <source>Try it with the sample tickets</source>
        <translation>Mit den Beispiel-Tickets ausprobieren</translation>
    </message>
    <message>
        <source>Where you left off</source>
        <translation>Wo es zuletzt weiterging</translation>
    </message>
    <message>
        <source>Fine-tune a model</source>
        <translation>Ein Modell feintunen</translation>
    </message>
    <message>
        <source>Five short steps. Nothing is changed on disk before the last one.</source>
        <translation>Fünf kurze Schritte. Vor dem letzten ändert sich nichts auf der Platte.</translation>
    </message>
    <message>
        <source>no model yet</source>
        <translation>noch kein Modell</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>noch keine Daten</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>Basismodell</translation>
    </message>
    <message>
        <source>the model that learns; it stays as it is</source>
        <translation>das Modell, das lernt; es bleibt, wie es ist</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>your examples, checked row by row, shown as the model sees them</source>
        <translation>eigene Beispiele, Zeile für Zeile geprüft und so gezeigt, wie das Modell sie sieht</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>settings with the evidence behind each</source>
        <translation>Einstellungen mit dem Grund für jede</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>memory and time, measured with a few real steps</source>
        <translation>Speicher und Zeit, gemessen mit ein paar echten Schritten</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>watch it learn; stop and resume whenever you like</source>
        <translation>zusehen, wie es lernt; anhalten und fortsetzen, wann immer es passt</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Show what the model&apos;s window holds</source>
        <translation>Zeigen, was das Fenster des Modells enthält</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation>{0} Token</translation>
    </message>
    <message>
        <source>{0} tokens/s</source>
        <translation>{0} Token/s</translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation>Seed {0}</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Show me</source>
        <translation>Vormachen</translation>
    </message>
</context>
<context>
    <name>StepItem</name>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>Step {n}: {name}</source>
        <translation>Schritt {n}: {name}</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>All runs</source>
        <translation>Alle Läufe</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>Neuer Lauf</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Base model</source>
        <translation>Basismodell</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Choose a base model.</source>
        <translation>Ein Basismodell wählen.</translation>
    </message>
    <message>
        <source>Choose a data file.</source>
        <translation>Eine Datendatei wählen.</translation>
    </message>
    <message>
        <source>The file is being looked at.</source>
        <translation>Die Datei wird angesehen.</translation>
    </message>
    <message>
        <source>This file has no rows that can be trained on.</source>
        <translation>Diese Datei hat keine Zeilen, mit denen sich trainieren lässt.</translation>
    </message>
</context>
<context>
    <name>Stops</name>
    <message>
        <source>Stop strings</source>
        <translation>Stopp-Texte</translation>
    </message>
    <message>
        <source>The reply ends before the first of these texts.</source>
        <translation>Die Antwort endet vor dem ersten dieser Texte.</translation>
    </message>
    <message>
        <source>A text that ends the reply</source>
        <translation>Ein Text, der die Antwort beendet</translation>
    </message>
    <message>
        <source>Write \n for a new line</source>
        <translation>\n steht für eine neue Zeile</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>SwitchStep</name>
    <message>
        <source>Go back to the first reply</source>
        <translation>Zurück zur ersten Antwort</translation>
    </message>
    <message>
        <source>The arrows switch between the branches, at every place where the conversation forks. Nothing that was said is lost when a message is edited or answered again.</source>
        <translation>Die Pfeile wechseln zwischen den Zweigen, überall, wo sich die Unterhaltung gabelt. Nichts Gesagtes geht verloren, wenn eine Nachricht bearbeitet oder neu beantwortet wird.</translation>
    </message>
    <message>
        <source>Press the arrow to the left.</source>
        <translation>Den Pfeil nach links drücken.</translation>
    </message>
</context>
<context>
    <name>TagBar</name>
    <message>
        <source>Filter by tags</source>
        <translation>Nach Schlagwörtern filtern</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Alle Schlagwörter</translation>
    </message>
    <message>
        <source>Show all tags</source>
        <translation>Alle Schlagwörter zeigen</translation>
    </message>
</context>
<context>
    <name>TallyPopover</name>
    <message>
        <source>Picked as the better reply</source>
        <translation>Als bessere Antwort gewählt</translation>
    </message>
    <message>
        <source>Add picks to a data set…</source>
        <translation>Auswahl in einen Datensatz aufnehmen…</translation>
    </message>
    <message>
        <source>{0} judged, of these {1} blind; {2} ties; {3} times no reply was good enough.</source>
        <translation>{0} beurteilt, davon {1} blind; {2} Gleichstände; {3}-mal war keine Antwort gut genug.</translation>
    </message>
    <message>
        <source>Picks made with the names in sight may follow the names. Blind ones are evidence.</source>
        <translation>Wer die Namen sieht, urteilt vielleicht nach den Namen. Blinde Urteile sind Belege.</translation>
    </message>
    <message>
        <source>A column&apos;s settings were changed between rounds: its wins are not of one setting.</source>
        <translation>Die Einstellungen einer Spalte änderten sich zwischen Runden: Ihre Siege gehören nicht zu einer einzigen Einstellung.</translation>
    </message>
</context>
<context>
    <name>TemplateVariables</name>
    <message>
        <source>Chat template</source>
        <translation>Chat-Vorlage</translation>
    </message>
    <message>
        <source>What the template of this model can be told.</source>
        <translation>Was sich der Vorlage dieses Modells sagen lässt.</translation>
    </message>
</context>
<context>
    <name>ThingCard</name>
    <message>
        <source>More for {0}</source>
        <translation>Weiteres zu {0}</translation>
    </message>
</context>
<context>
    <name>TimeCard</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>Ein Schritt</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Messung läuft</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Time and disk</source>
        <translation>Zeit und Platte</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Noch einmal messen</translation>
    </message>
    <message>
        <source>from measured steps</source>
        <translation>aus gemessenen Schritten</translation>
    </message>
    <message>
        <source>{n} rows each</source>
        <translation>je {n} Zeilen</translation>
    </message>
    <message>
        <source>loading {time}</source>
        <translation>Laden {time}</translation>
    </message>
    <message>
        <source>of {n} free</source>
        <translation>von {n} freien</translation>
    </message>
    <message>
        <source>Hone runs a few real steps to know, instead of guessing. Nothing of them is kept.</source>
        <translation>Hone macht ein paar echte Schritte, um es zu wissen, statt zu raten. Nichts davon wird behalten.</translation>
    </message>
    <message>
        <source>Measured with a few real steps on this machine.</source>
        <translation>Gemessen mit ein paar echten Schritten auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Not measured. Time is known once a few real steps have run.</source>
        <translation>Nicht gemessen. Die Zeit ist bekannt, sobald ein paar echte Schritte gelaufen sind.</translation>
    </message>
</context>
<context>
    <name>Toaster</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Another action</source>
        <translation>Weitere Aktion</translation>
    </message>
</context>
<context>
    <name>TokenCard</name>
    <message>
        <source>What could have come here</source>
        <translation>Was hier hätte kommen können</translation>
    </message>
    <message>
        <source>Choose one, and the conversation goes on from it in a branch.</source>
        <translation>Eines wählen, und die Unterhaltung geht von dort in einem Zweig weiter.</translation>
    </message>
    <message>
        <source>Point at a token, click it to keep it, or walk with the arrow keys. N goes to the next one that stands out.</source>
        <translation>Auf ein Token zeigen, mit einem Klick festhalten oder mit den Pfeiltasten gehen. N springt zum nächsten auffälligen.</translation>
    </message>
    <message>
        <source>Surprise {0}</source>
        <translation>Überraschung {0}</translation>
    </message>
    <message>
        <source>{0} tokens make this character</source>
        <translation>{0} Token ergeben dieses Zeichen</translation>
    </message>
    <message>
        <source>the likeliest token</source>
        <translation>das wahrscheinlichste Token</translation>
    </message>
    <message>
        <source>rank {0}</source>
        <translation>Rang {0}</translation>
    </message>
    <message>
        <source>The model was certain of what comes (entropy {0}).</source>
        <translation>Das Modell war sich sicher, was kommt (Entropie {0}).</translation>
    </message>
    <message>
        <source>The model was as undecided as among {0} equally likely tokens (entropy {1}).</source>
        <translation>Das Modell war so unentschieden wie zwischen {0} gleich wahrscheinlichen Token (Entropie {1}).</translation>
    </message>
    <message>
        <source>With {4} this stretch is cut otherwise; it has {1} instead of {0} ({2}).</source>
        <translation>Mit {4} ist diese Stelle anders zerlegt; sie hat {1} statt {0} ({2}).</translation>
    </message>
    <message>
        <source>With {4} as likely: {1}.</source>
        <translation>Mit {4} gleich wahrscheinlich: {1}.</translation>
    </message>
    <message>
        <source>With {4} {3} times as likely: {1} instead of {0} ({2}).</source>
        <translation>Mit {4} {3}-mal so wahrscheinlich: {1} statt {0} ({2}).</translation>
    </message>
    <message>
        <source>With {4} {3} times less likely: {1} instead of {0} ({2}).</source>
        <translation>Mit {4} {3}-mal weniger wahrscheinlich: {1} statt {0} ({2}).</translation>
    </message>
</context>
<context>
    <name>TokenText</name>
    <message>
        <source>The reply, token by token</source>
        <translation>Die Antwort, Token für Token</translation>
    </message>
</context>
<context>
    <name>TokenView</name>
    <message>
        <source>Row as the model sees it</source>
        <translation>Zeile, wie das Modell sie sieht</translation>
    </message>
    <message>
        <source>trained: the model learns to write it</source>
        <translation>trainiert: Das Modell lernt, es zu schreiben</translation>
    </message>
    <message>
        <source>read, not trained</source>
        <translation>gelesen, nicht trainiert</translation>
    </message>
    <message>
        <source>Token {n}, id {id}: {text} ({trained})</source>
        <translation>Token {n}, Nummer {id}: {text} ({trained})</translation>
    </message>
    <message>
        <source>{tokens} tokens, {trained} of them trained.</source>
        <translation>{tokens} Token, davon {trained} trainiert.</translation>
    </message>
</context>
<context>
    <name>TokenWords</name>
    <message>
        <source>nearly 100%</source>
        <translation>fast 100 %</translation>
    </message>
    <message>
        <source>practically never</source>
        <translation>praktisch nie</translation>
    </message>
    <message>
        <source>1 in {0}</source>
        <translation>1 zu {0}</translation>
    </message>
    <message>
        <source>{0} bits</source>
        <translation>{0} Bit</translation>
    </message>
    <message>
        <source>over a million</source>
        <translation>über eine Million</translation>
    </message>
</context>
<context>
    <name>TokensPanel</name>
    <message>
        <source>Reading the reply</source>
        <translation>Antwort wird gelesen</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>Färben nach</translation>
    </message>
    <message>
        <source>Surprise</source>
        <translation>Überraschung</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Reply before</source>
        <translation>Antwort davor</translation>
    </message>
    <message>
        <source>Reply after</source>
        <translation>Antwort danach</translation>
    </message>
    <message>
        <source>The reply&apos;s reasoning is left out: its text alone is read.</source>
        <translation>Der Gedankengang der Antwort fehlt: Nur ihr Text wird gelesen.</translation>
    </message>
    <message>
        <source>The dotted beginning was given to the model.</source>
        <translation>Der gepunktete Anfang war dem Modell vorgegeben.</translation>
    </message>
    <message>
        <source>Written by {0}, read by {1}.</source>
        <translation>Geschrieben von {0}, gelesen von {1}.</translation>
    </message>
    <message>
        <source>It was continued under another prompt than the one that it began with.</source>
        <translation>Sie wurde unter einem anderen Prompt fortgesetzt als dem, mit dem sie begann.</translation>
    </message>
    <message>
        <source>The prompt that it was made with is not known; the present one is taken.</source>
        <translation>Der Prompt, mit dem sie entstand, ist nicht bekannt; der jetzige wird genommen.</translation>
    </message>
    <message>
        <source>It is read under the prompt that it was made with; the present one is another.</source>
        <translation>Sie wird unter dem Prompt gelesen, mit dem sie entstand; der jetzige ist ein anderer.</translation>
    </message>
    <message>
        <source>{0} with {1}</source>
        <translation>{0} mit {1}</translation>
    </message>
    <message>
        <source>No reply yet</source>
        <translation>Noch keine Antwort</translation>
    </message>
    <message>
        <source>Say something to the model. Its reply is shown here token by token: how likely each was, and what could have come instead.</source>
        <translation>Dem Modell etwas sagen. Seine Antwort steht dann hier Token für Token: wie wahrscheinlich jedes war und was stattdessen hätte kommen können.</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Colour tokens by surprise</source>
        <translation>Token nach Überraschung färben</translation>
    </message>
    <message>
        <source>Colour tokens by entropy</source>
        <translation>Token nach Entropie färben</translation>
    </message>
    <message>
        <source>Colour tokens by difference</source>
        <translation>Token nach Unterschied färben</translation>
    </message>
    <message>
        <source>Tokens of the reply before</source>
        <translation>Token der Antwort davor</translation>
    </message>
    <message>
        <source>Tokens of the reply after</source>
        <translation>Token der Antwort danach</translation>
    </message>
    <message>
        <source>Walk through the tokens</source>
        <translation>Durch die Token gehen</translation>
    </message>
    <message>
        <source>Reply {0} of {1}</source>
        <translation>Antwort {0} von {1}</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Noch einmal lesen</translation>
    </message>
    <message>
        <source>The reading was cancelled.</source>
        <translation>Das Lesen wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>TokensStep</name>
    <message>
        <source>See how sure it was</source>
        <translation>Sehen, wie sicher es war</translation>
    </message>
    <message>
        <source>Each token of a reply was one of several that could have come. The token view tells their probabilities, and any of them can be chosen to go on from there.</source>
        <translation>Jedes Token einer Antwort war eines von mehreren möglichen. Die Token-Ansicht nennt ihre Wahrscheinlichkeiten, und mit jedem davon lässt sich weitergehen.</translation>
    </message>
    <message>
        <source>Strong colours mark the tokens that surprised the model. Point at one of them.</source>
        <translation>Kräftige Farben zeigen die Token, die das Modell überraschten. Auf eines davon zeigen.</translation>
    </message>
</context>
<context>
    <name>ToolBlocks</name>
    <message>
        <source>{0} failed · {1}</source>
        <translation>{0} schlug fehl · {1}</translation>
    </message>
    <message>
        <source>{0} answered · {1}</source>
        <translation>{0} antwortete · {1}</translation>
    </message>
    <message>
        <source>The tool</source>
        <translation>Das Werkzeug</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>under {0} s</source>
        <translation>unter {0} s</translation>
    </message>
</context>
<context>
    <name>ToolCard</name>
    <message>
        <source>The tool is running</source>
        <translation>Das Werkzeug läuft</translation>
    </message>
    <message>
        <source>Run once</source>
        <translation>Einmal ausführen</translation>
    </message>
    <message>
        <source>Allow in this conversation</source>
        <translation>In dieser Unterhaltung erlauben</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Tell the model</source>
        <translation>Dem Modell sagen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>The model wants to use {0}</source>
        <translation>Das Modell möchte {0} benutzen</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>Looking at the call…</source>
        <translation>Der Aufruf wird angesehen…</translation>
    </message>
    <message>
        <source>The model wants to use this tool. It runs only if you say so.</source>
        <translation>Das Modell möchte dieses Werkzeug benutzen. Es läuft nur mit Zustimmung.</translation>
    </message>
    <message>
        <source>This call was begun, and what came of it is not known: it may have had its effect. Run it again, or decline.</source>
        <translation>Dieser Aufruf wurde begonnen, und was daraus wurde, ist nicht bekannt: Er kann gewirkt haben. Erneut ausführen oder ablehnen.</translation>
    </message>
    <message>
        <source>Running for {0} s</source>
        <translation>Läuft seit {0} s</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>The model may use {0}</source>
        <translation>Das Modell darf {0} benutzen</translation>
    </message>
    <message>
        <source>Calls of {0}</source>
        <translation>Aufrufe von {0}</translation>
    </message>
    <message>
        <source>Asks first</source>
        <translation>Fragt zuerst</translation>
    </message>
    <message>
        <source>Allowed here</source>
        <translation>Hier erlaubt</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>It describes itself in other words than when you switched it on. Read them first.</source>
        <translation>Es beschreibt sich anders als beim Einschalten. Zuerst lesen.</translation>
    </message>
    <message>
        <source>Works out arithmetic exactly.</source>
        <translation>Rechnet genau.</translation>
    </message>
    <message>
        <source>Tells the present date and time, here or in a time zone.</source>
        <translation>Nennt Datum und Uhrzeit, hier oder in einer Zeitzone.</translation>
    </message>
    <message>
        <source>Counts the days, weekdays and months between two dates.</source>
        <translation>Zählt Tage, Werktage und Monate zwischen zwei Tagen.</translation>
    </message>
    <message>
        <source>Sees names, sizes and dates.</source>
        <translation>Sieht Namen, Größen und Daten.</translation>
    </message>
    <message>
        <source>Reads text files up to 20 MB.</source>
        <translation>Liest Textdateien bis 20 MB.</translation>
    </message>
    <message>
        <source>Finds lines that hold a text.</source>
        <translation>Findet Zeilen, die einen Text enthalten.</translation>
    </message>
</context>
<context>
    <name>ToolTalk</name>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Stopped before it ran.</source>
        <translation>Vor dem Start angehalten.</translation>
    </message>
    <message>
        <source>A tool without a name</source>
        <translation>Ein Werkzeug ohne Namen</translation>
    </message>
    <message>
        <source>The model has used tools {0} times in a row, so it asks again.</source>
        <translation>Das Modell hat {0}-mal nacheinander Werkzeuge benutzt, deshalb fragt es wieder.</translation>
    </message>
    <message>
        <source>from the server {0}</source>
        <translation>vom Server {0}</translation>
    </message>
    <message>
        <source>in the granted folder</source>
        <translation>im freigegebenen Ordner</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>eingebaut</translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation>Es wurde angehalten.</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Calculator</source>
        <translation>Taschenrechner</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>Time between dates</source>
        <translation>Zeit zwischen Tagen</translation>
    </message>
    <message>
        <source>List files</source>
        <translation>Dateien auflisten</translation>
    </message>
    <message>
        <source>Read a file</source>
        <translation>Datei lesen</translation>
    </message>
    <message>
        <source>Search files</source>
        <translation>Dateien durchsuchen</translation>
    </message>
</context>
<context>
    <name>ToolsPanel</name>
    <message>
        <source>Built in</source>
        <translation>Eingebaut</translation>
    </message>
    <message>
        <source>MCP servers bring more tools, such as notes, calendars or databases. There is none yet.</source>
        <translation>MCP-Server bringen weitere Werkzeuge, etwa Notizen, Kalender oder Datenbanken. Noch ist keiner da.</translation>
    </message>
    <message>
        <source>Manage servers…</source>
        <translation>Server verwalten…</translation>
    </message>
    <message>
        <source>Every call is shown in the conversation. It asks first unless you allow the tool here.</source>
        <translation>Jeder Aufruf steht in der Unterhaltung. Er fragt zuerst, wenn das Werkzeug hier nicht erlaubt ist.</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>{0} cannot use tools: its chat template has no place for them.</source>
        <translation>{0} kann keine Werkzeuge benutzen: Seine Chat-Vorlage hat keinen Platz dafür.</translation>
    </message>
    <message>
        <source>Choose a model that was trained to call tools, such as a Qwen3 or Llama 3 Instruct.</source>
        <translation>Ein Modell wählen, das Werkzeuge aufrufen gelernt hat, etwa Qwen3 oder Llama 3 Instruct.</translation>
    </message>
    <message>
        <source>Whether {0} can use tools is decided by its server.</source>
        <translation>Ob {0} Werkzeuge benutzen kann, entscheidet sein Server.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet…</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>That did not work. {0}</source>
        <translation>Das hat nicht geklappt. {0}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>The tour is in the command palette and the settings</source>
        <translation>Die Tour steht in der Befehlspalette und in den Einstellungen</translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>Skip the tour</source>
        <translation>Tour überspringen</translation>
    </message>
</context>
<context>
    <name>TrainedCard</name>
    <message>
        <source>Trained share</source>
        <translation>Trainierter Anteil</translation>
    </message>
    <message>
        <source>{0} of all tokens are trained: the replies.</source>
        <translation>{0} aller Token werden trainiert: die Antworten.</translation>
    </message>
    <message>
        <source>Most rows do not train a stop token: replies may never end.</source>
        <translation>Die meisten Zeilen trainieren kein Stopp-Token: Antworten enden vielleicht nie.</translation>
    </message>
    <message>
        <source>Rows of which not every reply is trained: {0}.</source>
        <translation>Zeilen, von denen nicht jede Antwort trainiert wird: {0}.</translation>
    </message>
    <message>
        <source>Rows that the model&apos;s template refuses: {0}.</source>
        <translation>Zeilen, die die Vorlage des Modells ablehnt: {0}.</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Go to the end</source>
        <translation>Zum Ende</translation>
    </message>
</context>
<context>
    <name>TrashSheet</name>
    <message>
        <source>Deleted conversations</source>
        <translation>Gelöschte Unterhaltungen</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>Der Papierkorb ist leer.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Empty trash</source>
        <translation>Papierkorb leeren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What was deleted stays here for {0} days.</source>
        <translation>Gelöschtes bleibt {0} Tage hier.</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Empty for good?</source>
        <translation>Endgültig leeren?</translation>
    </message>
</context>
<context>
    <name>TunePage</name>
    <message>
        <source>A draft with the same plan: {0}</source>
        <translation>Ein Entwurf mit demselben Plan: {0}</translation>
    </message>
    <message>
        <source>Back to the draft before</source>
        <translation>Zurück zum vorigen Entwurf</translation>
    </message>
    <message>
        <source>Another run is training.</source>
        <translation>Ein anderer Lauf trainiert.</translation>
    </message>
    <message>
        <source>Start this one when that has ended.</source>
        <translation>Diesen starten, wenn jener fertig ist.</translation>
    </message>
    <message>
        <source>{name} was deleted.</source>
        <translation>{name} wurde gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>Fine-Tuning</translation>
    </message>
    <message>
        <source>Fine-tuning: step {step} of {steps}</source>
        <translation>Fine-Tuning: Schritt {step} von {steps}</translation>
    </message>
</context>
<context>
    <name>TuneStep</name>
    <message>
        <source>When prompting is not enough</source>
        <translation>Wenn Prompts nicht reichen</translation>
    </message>
    <message>
        <source>Here a model is fine-tuned with your examples: what it needs, how long it takes and whether it became better is measured and said. The sample tickets train the demo model in a few minutes.</source>
        <translation>Hier wird ein Modell mit eigenen Beispielen feingetunt: Was es braucht, wie lange es dauert und ob es besser wurde, wird gemessen und gesagt. Mit den Beispiel-Tickets ist das Demo-Modell in wenigen Minuten trainiert.</translation>
    </message>
    <message>
        <source>Open the page of fine-tuning.</source>
        <translation>Die Seite „Fine-Tuning“ öffnen.</translation>
    </message>
</context>
<context>
    <name>TurnCard</name>
    <message>
        <source>Role of turn {0}</source>
        <translation>Rolle von Beitrag {0}</translation>
    </message>
    <message>
        <source>Text of turn {0}</source>
        <translation>Text von Beitrag {0}</translation>
    </message>
    <message>
        <source>Move turn {0} up</source>
        <translation>Beitrag {0} nach oben verschieben</translation>
    </message>
    <message>
        <source>Move turn {0} down</source>
        <translation>Beitrag {0} nach unten verschieben</translation>
    </message>
    <message>
        <source>Remove turn {0}</source>
        <translation>Beitrag {0} entfernen</translation>
    </message>
    <message>
        <source>What else the turn has</source>
        <translation>Was der Beitrag sonst noch hat</translation>
    </message>
</context>
<context>
    <name>TurnsPart</name>
    <message>
        <source>Add a turn</source>
        <translation>Beitrag hinzufügen</translation>
    </message>
</context>
<context>
    <name>UserPresets</name>
    <message>
        <source>Your presets</source>
        <translation>Eigene Voreinstellungen</translation>
    </message>
    <message>
        <source>Preset saved: {0}</source>
        <translation>Voreinstellung gespeichert: {0}</translation>
    </message>
    <message>
        <source>Preset deleted: {0}</source>
        <translation>Voreinstellung gelöscht: {0}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Save these parameters…</source>
        <translation>Diese Parameter speichern…</translation>
    </message>
    <message>
        <source>Rename {0}…</source>
        <translation>{0} umbenennen…</translation>
    </message>
    <message>
        <source>Delete {0}</source>
        <translation>{0} löschen</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Name der Voreinstellung</translation>
    </message>
    <message>
        <source>Length and seed are not part of it.</source>
        <translation>Länge und Seed gehören nicht dazu.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>ValueForm</name>
    <message>
        <source>Without a value: {0}. The model gets nothing in these places.</source>
        <translation>Ohne Wert: {0}. An diesen Stellen bekommt das Modell nichts.</translation>
    </message>
</context>
<context>
    <name>ValueRow</name>
    <message>
        <source>Back to the default of {0}</source>
        <translation>Zurück zum Standard von {0}</translation>
    </message>
</context>
<context>
    <name>VariableRow</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Long text</source>
        <translation>Langer Text</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Variable {0}</source>
        <translation>Variable {0}</translation>
    </message>
    <message>
        <source>Name of the variable {0}</source>
        <translation>Name der Variable {0}</translation>
    </message>
    <message>
        <source>Kind of {0}</source>
        <translation>Art von {0}</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>unbenutzt</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>{0} entfernen</translation>
    </message>
    <message>
        <source>Choices of {0}</source>
        <translation>Auswahl von {0}</translation>
    </message>
    <message>
        <source>Choices: one, two, three</source>
        <translation>Auswahl: eins, zwei, drei</translation>
    </message>
    <message>
        <source>What to fill in</source>
        <translation>Was einzutragen ist</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Help for {0}</source>
        <translation>Hilfe zu {0}</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
</context>
<context>
    <name>VariableRows</name>
    <message>
        <source>Write {{name}} into a text, and the variable appears here with its kind and default.</source>
        <translation>{{name}} in einen Text schreiben, und die Variable erscheint hier mit Art und Standard.</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Your adapter is ready</source>
        <translation>Der Adapter ist fertig</translation>
    </message>
    <message>
        <source>It learned: {n} less loss on rows it has never seen</source>
        <translation>Er hat gelernt: {n} weniger Verlust auf nie gesehenen Zeilen</translation>
    </message>
    <message>
        <source>It got worse on rows it has never seen</source>
        <translation>Auf nie gesehenen Zeilen wurde es schlechter</translation>
    </message>
    <message>
        <source>No real change on rows it has never seen</source>
        <translation>Keine echte Änderung auf nie gesehenen Zeilen</translation>
    </message>
    <message>
        <source>There was no held-out measurement, so whether it helped shows only when you chat with it.</source>
        <translation>Zurückgehaltenes wurde nicht gemessen, also zeigt sich nur im Chat, ob es geholfen hat.</translation>
    </message>
    <message>
        <source>Yet it guesses fewer tokens exactly than before: it has only begun to learn. Train longer.</source>
        <translation>Doch es trifft weniger Token genau als zuvor: Es hat erst begonnen zu lernen. Länger trainieren.</translation>
    </message>
    <message>
        <source>The model now finds such replies likelier. Chat with it to hear whether they are good.</source>
        <translation>Das Modell findet solche Antworten jetzt wahrscheinlicher. Ein Chat zeigt, ob sie gut sind.</translation>
    </message>
    <message>
        <source>Try a lower learning rate or fewer epochs, and look at the preview of the rows again.</source>
        <translation>Eine niedrigere Lernrate oder weniger Epochen versuchen und die Vorschau der Zeilen noch einmal ansehen.</translation>
    </message>
    <message>
        <source>Try more rows, more epochs or a higher learning rate; or the base may already know this.</source>
        <translation>Mehr Zeilen, mehr Epochen oder eine höhere Lernrate versuchen; oder die Basis kann es schon.</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>Held-out loss</source>
        <translation>Zurückgehaltener Verlust</translation>
    </message>
    <message>
        <source>Token accuracy</source>
        <translation>Token-Genauigkeit</translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>Trainingszeit</translation>
    </message>
    <message>
        <source>Name of the adapter</source>
        <translation>Name des Adapters</translation>
    </message>
    <message>
        <source>Chat with it</source>
        <translation>Damit chatten</translation>
    </message>
    <message>
        <source>Start another</source>
        <translation>Noch einen starten</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>base {loss}</source>
        <translation>Basis {loss}</translation>
    </message>
    <message>
        <source>best at step {step}</source>
        <translation>am besten bei Schritt {step}</translation>
    </message>
    <message>
        <source>Its files</source>
        <translation>Seine Dateien</translation>
    </message>
</context>
<context>
    <name>VersionCard</name>
    <message>
        <source>Version {0}</source>
        <translation>Version {0}</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>Use this version</source>
        <translation>Diese Version benutzen</translation>
    </message>
    <message>
        <source>Use version {0}</source>
        <translation>Version {0} benutzen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open the folder of version {0}</source>
        <translation>Den Ordner von Version {0} öffnen</translation>
    </message>
    <message>
        <source>The rows as they were found.</source>
        <translation>Die Zeilen, wie sie vorgefunden wurden.</translation>
    </message>
    <message>
        <source>Made of version {0}.</source>
        <translation>Aus Version {0} gemacht.</translation>
    </message>
    <message>
        <source>{0} before, {1} now</source>
        <translation>vorher {0}, jetzt {1}</translation>
    </message>
    <message>
        <source>could not be carried over: {0}</source>
        <translation>nicht übertragbar: {0}</translation>
    </message>
</context>
<context>
    <name>VersionsTab</name>
    <message>
        <source>Every change makes a version. None of them changes afterwards, and you can go to any.</source>
        <translation>Jede Änderung macht eine Version. Keine ändert sich danach mehr, und zu jeder kann man zurück.</translation>
    </message>
    <message>
        <source>A note on this data set</source>
        <translation>Eine Notiz zu diesem Datensatz</translation>
    </message>
    <message>
        <source>Note on the data set</source>
        <translation>Notiz zum Datensatz</translation>
    </message>
</context>
<context>
    <name>WayOn</name>
    <message>
        <source>The run was stopped at step {step} of {steps}.</source>
        <translation>Der Lauf wurde bei Schritt {step} von {steps} angehalten.</translation>
    </message>
    <message>
        <source>Its last checkpoint is kept; resume goes on from there.</source>
        <translation>Sein letzter Checkpoint ist da; Fortsetzen geht von dort weiter.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Resume this one when that has ended.</source>
        <translation>Diesen fortsetzen, wenn jener fertig ist.</translation>
    </message>
    <message>
        <source>Another run is training.</source>
        <translation>Ein anderer Lauf trainiert.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Choose a model to begin</source>
        <translation>Zuerst ein Modell wählen</translation>
    </message>
    <message>
        <source>Pick one above, or add a GGUF file or a model folder on the Models page.</source>
        <translation>Oben eines wählen oder auf der Seite „Modelle“ eine GGUF-Datei oder einen Modellordner hinzufügen.</translation>
    </message>
    <message>
        <source>Talk to {0}</source>
        <translation>Mit {0} reden</translation>
    </message>
    <message>
        <source>Everything stays on this computer.</source>
        <translation>Alles bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>What you say is sent to {0}.</source>
        <translation>Was hier gesagt wird, geht an {0}.</translation>
    </message>
    <message>
        <source>The demo model is tiny: it shows the way from chat to fine-tuning, not what big models know.</source>
        <translation>Das Demo-Modell ist winzig: Es zeigt den Weg vom Chat zum Fine-Tuning, nicht was große Modelle wissen.</translation>
    </message>
    <message>
        <source>What is LoRA?</source>
        <translation>Was ist LoRA?</translation>
    </message>
    <message>
        <source>What does the temperature do?</source>
        <translation>Was bewirkt die Temperatur?</translation>
    </message>
    <message>
        <source>When should I fine-tune a model?</source>
        <translation>Wann sollte man ein Modell feintunen?</translation>
    </message>
    <message>
        <source>Hello! What can you do?</source>
        <translation>Hallo! Was kannst du?</translation>
    </message>
    <message>
        <source>Drop your data here</source>
        <translation>Daten hier ablegen</translation>
    </message>
    <message>
        <source>A file, a folder or a workbook: Hone finds out by itself what its rows are, shows what a model would learn of each, and what is wrong with them. Your file stays as it is.</source>
        <translation>Eine Datei, ein Ordner oder eine Arbeitsmappe: Hone findet selbst heraus, was die Zeilen sind, und zeigt, was ein Modell aus jeder lernen würde und was an ihnen nicht stimmt. Die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Use the sample data</source>
        <translation>Die Beispieldaten nehmen</translation>
    </message>
    <message>
        <source>JSON lines, JSON, CSV, TSV, Excel, Parquet, Arrow, text and Markdown, packed or not</source>
        <translation>JSON-Zeilen, JSON, CSV, TSV, Excel, Parquet, Arrow, Text und Markdown, gepackt oder nicht</translation>
    </message>
</context>
<context>
    <name>WelcomeStep</name>
    <message>
        <source>Two minutes with a model</source>
        <translation>Zwei Minuten mit einem Modell</translation>
    </message>
    <message>
        <source>Talk to a model, see what it gets and how sure it was, and find where a better prompt or a fine-tune begins. Each step waits for you, or is done by “Show me”.</source>
        <translation>Mit einem Modell reden, sehen, was es bekommt und wie sicher es war, und finden, wo ein besserer Prompt oder ein Fine-Tuning beginnt. Jeder Schritt wartet, oder „Vormachen“ erledigt ihn.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Tour machen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Undo, or what else the notice offers</source>
        <translation>Rückgängig machen, oder was der Hinweis sonst anbietet</translation>
    </message>
    <message>
        <source>Quit Hone</source>
        <translation>Hone beenden</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Normale Schriftgröße</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Helles Farbschema</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Dunkles Farbschema</translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation>Farbschema des Systems</translation>
    </message>
    <message>
        <source>Text size {0} %</source>
        <translation>Schriftgröße {0} %</translation>
    </message>
</context>
<context>
    <name>WindowPolicy</name>
    <message>
        <source>When the window is full</source>
        <translation>Wenn das Fenster voll ist</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Drop oldest</source>
        <translation>Älteste weglassen</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>Gleiten</translation>
    </message>
    <message>
        <source>Nothing is left out: a message that does not fit is refused, and you decide what to shorten.</source>
        <translation>Nichts wird ausgelassen: Eine Nachricht, die nicht passt, wird abgelehnt; was zu kürzen ist, bleibt offen.</translation>
    </message>
    <message>
        <source>The model no longer reads the oldest turns. The system prompt and the examples always stay.</source>
        <translation>Das Modell liest die ältesten Beiträge nicht mehr. Systemprompt und Beispiele bleiben immer.</translation>
    </message>
    <message>
        <source>The model reads the newest turns that fill half of the window, so that it has to read anew less often. The system prompt and the examples always stay.</source>
        <translation>Das Modell liest die neuesten Beiträge, die das halbe Fenster füllen, damit es seltener neu lesen muss. Systemprompt und Beispiele bleiben immer.</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>The run has begun; its plan is settled.</source>
        <translation>Der Lauf hat begonnen; sein Plan steht fest.</translation>
    </message>
    <message>
        <source>Your choices are kept when you leave.</source>
        <translation>Die Auswahl bleibt beim Verlassen erhalten.</translation>
    </message>
    <message>
        <source>Continue anyway</source>
        <translation>Trotzdem weiter</translation>
    </message>
</context>
<context>
    <name>WorkStrip</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>{0} of {1} rows</source>
        <translation>{0} von {1} Zeilen</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>{0} Zeilen</translation>
    </message>
</context>
<context>
    <name>_Choice</name>
    <message>
        <source>Its own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
</context>
<context>
    <name>_Editor</name>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Accept as edited</source>
        <translation>Bearbeitet annehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>_FileCard</name>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
</context>
<context>
    <name>_PickerPanel</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search in {0}</source>
        <translation>In {0} suchen</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Token: its text, or # and its id</source>
        <translation>Token: sein Text oder # und seine Nummer</translation>
    </message>
    <message>
        <source>Text or #id</source>
        <translation>Text oder #Nummer</translation>
    </message>
    <message>
        <source>Added to its logit</source>
        <translation>Zuschlag auf sein Logit</translation>
    </message>
    <message>
        <source>Remove the token</source>
        <translation>Token entfernen</translation>
    </message>
</context>
<context>
    <name>_RowDelegate</name>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
</context>
</TS>
