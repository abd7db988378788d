<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name></name>
    <message>
        <source>Added to the examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surprise {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} tokens make this character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the likeliest token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model was certain of what comes (entropy {0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model was as undecided as among {0} equally likely tokens (entropy {1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {4} this stretch is cut otherwise; it has {1} instead of {0} ({2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {4} as likely: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {4} {3} times as likely: {1} instead of {0} ({2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {4} {3} times less likely: {1} instead of {0} ({2}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AdapterCard</name>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its base model {0} is not in the list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlternativeRow</name>
    <message>
        <source>ends here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part of a character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}”, as in the reply, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on from here with “{0}”, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply ends here ({0}), {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}”, {1}: no text that a reply could go on with</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppearanceCard</name>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}; the desktop speaks {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttachmentBar</name>
    <message>
        <source>Attach a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attached to the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach it instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts and documents (*.txt *.md *.csv *.json *.py *.html *.pdf *.docx);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You pasted {0} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · {1} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · about {1} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too long for this model: {0} tokens, and there is room for {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {0} of {1} characters of {2} would be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not attached any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BaseStep</name>
    <message>
        <source>Base model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that learns. It stays as it is: what it learns goes into a small adapter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not for training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a model folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Beginning</name>
    <message>
        <source>Beginning of the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model goes on from here. {{variables}} of the prompt are filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: Three reasons speak for it:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BiasEditor</name>
    <message>
        <source>Add a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logit bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added before all samplers; -100 bans a token. Write a text, or # and a token&apos;s id.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Column {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate with its messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show differences from this column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with this column in chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove column</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BranchSwitcher</name>
    <message>
        <source>Previous version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next version</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BranchesPopover</name>
    <message>
        <source>Branches of the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each begins with the first words that differ from what is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no text)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatHeader</name>
    <message>
        <source>Show or hide the conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No adapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>demo model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comes with Hone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No adapter fits this model yet. Fine-tune it to make one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panel: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reply is being made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is in memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatSide</name>
    <message>
        <source>Panels of the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckLines</name>
    <message>
        <source>{n} of {rows} rows are left out because of problems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} rows cannot be rendered: left out. {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stop token is trained: replies will end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stop token is not trained: replies may never end. Look at the preview of the rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} rows are longer than the context length and are cut; the end of them is not learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row fits into the context length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chat model {name} holds {size}. It is unloaded while this trains, and loaded again afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The context length is longer than the {n} tokens that this model was made for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has no chat template: a plain one is used, in training and in chats with the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It fits: {need} of {free} free memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not fit: {need} are needed, {free} are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints and adapter take {need}; {free} are free on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is too full: checkpoints and adapter take {need}, {free} are free.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the run needs on this machine, before it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoicePopover</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceValue</name>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChosenBar</name>
    <message>
        <source>Move to a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add or remove tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin or unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add replies with a thumb up to a data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodePopover</name>
    <message>
        <source>Allow a model&apos;s own code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow the code of {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These files run with your rights each time this model is loaded: they can read, change and send all your files. Allow them only when you trust their makers as you trust those of a program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When one of them changes, Hone asks again. The model can be talked to, but not fine-tuned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} Python files in {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow this code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python files of the model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnHeader</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden until you judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of this column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More that can be done with this column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comes with Hone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same settings as the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column {0}, which differences are from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns were shuffled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnSettingsPopover</name>
    <message>
        <source>System prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: Answer in two sentences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beginning of each reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: the model begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give all columns these settings; models and adapters stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each reply begins with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnView</name>
    <message>
        <source>Ask it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This column has not heard the last message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This column has not heard {0} messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareCommands</name>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply {0} is the better one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop all replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regenerate the round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the words that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge blind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw another seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The round before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The round after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The replies are equally good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reply is good enough</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareForm</name>
    <message>
        <source>Model to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapter to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System prompt to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system prompt to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another adapter, model or prompt: the colours then show which tokens it changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no adapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no system prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another system prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No adapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No system prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another system prompt…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, version {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareHeader</name>
    <message>
        <source>Show or hide the comparisons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the words that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge blind: shuffle the columns and hide their names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blind</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tally: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc stops all replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter sends to all columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All replies have ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column {0} removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the next message on, columns are shuffled and unnamed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Editing this message for all columns. The old version stays as a branch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You picked {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareStart</name>
    <message>
        <source>Compare replies side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One message goes to two, three or four columns. See where the replies differ, pick the better one, and keep the picks as preference data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model against its adapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What did the fine-tune change? The model as it is, beside the model with its adapter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two prompt versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which wording works? The same model with two system prompts or saved versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two temperatures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much chance helps? The same model at temperature 0.2 and 0.9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two columns with the model that you used last; change what you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model that can be used yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add one on the Models page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No adapter fits a model yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tune a model on the Tune page to make one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareWords</name>
    <message>
        <source>Reply {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not good enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begins “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no beginning given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own stop strings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own grammar or schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompt {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no system prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>system “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 tie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} won {1} and {2} won {3}. If both were equally good, a split at least this uneven would come up in {4} % of such comparisons (sign test, p = {5}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the editor shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added lines: {0} · Removed lines: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both say the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore version {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContextMeter</name>
    <message>
        <source>{0} of {1} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationDelegate</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationKeeping</name>
    <message>
        <source>the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} conversations deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A &quot;/&quot; makes a folder inside another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin or unpin conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add or remove tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy conversation as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add thumbs up to a data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the list of conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last reply is good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last reply is bad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the last reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last reply is better than its versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the last reply to a data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder that is not there is made. A &quot;/&quot; makes a folder inside another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separate tags with commas. A minus before a tag takes it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned at the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder renamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder dissolved; its conversations are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Search conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your conversations will be listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches. Try fewer words, their beginnings, or &quot;a phrase in quotes&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all messages are indexed yet: {0} are left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders, import, export and trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conversation has these tags.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationMenu</name>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin at the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add replies with a thumb up to a data set…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New folder inside…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export its conversations…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dissolve folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import conversations…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trash…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationModel</name>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder {0}, {1}, conversations: {2}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationRows</name>
    <message>
        <source>Pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seven days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last thirty days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationView</name>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CorrectionSheet</name>
    <message>
        <source>What the reply said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it should have said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep and add to data set…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct this reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply stays as it is. The correction is what a data set learns instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correction</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataStep</name>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples of good answers. A few hundred good ones do more than thousands of mixed ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DatasetSheet</name>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correction over original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every reply with a thumb up becomes a row, with what it answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The correction becomes the better reply, the original the worse one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row says the correction in the place of the reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversation up to this reply becomes a row, with where it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} rows so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new data set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailsPopover</name>
    <message>
        <source>Details of the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialogue</name>
    <message>
        <source>Esc stops the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter makes a new line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Editing a reply. The model&apos;s own words stay as a branch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Editing an earlier message. The old version stays as a branch.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message>
        <source>System prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoctorCard</name>
    <message>
        <source>Check this installation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts every part once and says what is missing. Takes about half a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop a data file here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the sample tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop your examples here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSONL, JSON, CSV or text: chats, prompt and reply, instructions, or plain text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data (*.jsonl *.json *.csv *.tsv *.txt *.md *.parquet);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndStep</name>
    <message>
        <source>That is the way round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} finds every command, conversation and model by a few letters. {1} lists the shortcuts, which you can change. A model of your own is added on the Models page. The tour can be taken again from the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndpointCard</name>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndpointForm</name>
    <message>
        <source>Name of the endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>my-server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of the endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model of the endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A test lists what the server has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keyring. Leave it empty if the server needs none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answers: {0}, {1}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndpointSection</name>
    <message>
        <source>Add an endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models behind an OpenAI-compatible server: llama-server, vLLM, Ollama, LM Studio or a hosted API. What you say to them is sent there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking {0}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} answers: {1}, {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EngineCard</name>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken the next time a model is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EngineDot</name>
    <message>
        <source>Working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is in memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EngineRow</name>
    <message>
        <source>Auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventLog</name>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technical log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventWords</name>
    <message>
        <source>Checkpoint at step {step} saved ({size}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run has finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. The checkpoint is kept; the run can be resumed from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training {adapter} of {all} parameters on {rows} rows ({tokens} trained tokens) with {device}; {held_out} rows are held out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> {n} rows are cut to the context length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> {n} rows cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Resumed from step {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base model on the held-out rows: loss {loss}, token accuracy {accuracy}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step}: held-out loss {loss}, token accuracy {accuracy}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExactPanel</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show white space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the token ids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token ids copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch between text and tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide white space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy what the model gets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in what the model gets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model: its template and its tokens are shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to send yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a message or a system prompt. What the model gets is shown here as you type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 earlier message is left out, because it does not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} earlier messages are left out, because they do not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: characters {1} to {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token {0} of {1} · id {2} · {3} · bytes {4} · {5}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExactStep</name>
    <message>
        <source>See what the model really gets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model reads one long text: system prompt, examples and every turn, with marks that you never typed. The exact view shows it token by token, and how much of the model&apos;s window it takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The colours tell where each part comes from. Choose any part to see its tokens.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exactness</name>
    <message>
        <source>Exact mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each request is read alone and anew: the same seed gives the same reply, whatever else runs. Slower in long conversations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make replies exactly</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExamplePicker</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples that can be taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space or a click takes one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExamplesPanel</name>
    <message>
        <source>Shown to the model before everything that is said here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportPopover</name>
    <message>
        <source>Export {0} conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown and HTML hold the branch that is shown; JSON holds everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FewShotEditor</name>
    <message>
        <source>How examples are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the system prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the model what you want: add an input and the output that you would have liked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a conversation…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the example up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the example down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take examples from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take examples from a conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} examples are on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} examples are on, {2} tokens of {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no conversation yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds no replies yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first {0} rows are shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FewShotRow</name>
    <message>
        <source>Input: what is said to the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output: what it should reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input of example {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output of example {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show example {0} to the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move example {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate example {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete example {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Reset {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {0} to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default after: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 or 2 keeps the text&apos;s surprise constant, in place of all other samplers but the temperature; 0 turns it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above 1 makes tokens of the penalty window less likely, by this factor on the logit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapted layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto: as many as fit. 0: the processor does all the work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computes parts twice instead of keeping them: much less memory, about a third more time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DRY allowed length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DRY base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DRY multiplier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DRY window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides the order of rows and the adapter&apos;s first weights; the same seed repeats a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides which rows are held out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divides the logits: higher is more varied, 0 always takes the likeliest token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dynamic temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dynamic temperature exponent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flash attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequency penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives its memory back when nobody has asked for anything. 0: never.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient accumulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient checkpointing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How a GGUF keeps what it has read. Auto: f16, else what fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far each step moves the adapter; the value that matters most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast Mirostat corrects itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the model is asked to think.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the last tokens DRY looks at; 0 turns it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the last tokens, those of the prompt included, the three penalties look at; 0 turns them off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of a conversation the model sees. Auto: up to 8,192, as far as memory allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often each row is trained; parts of an epoch are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the held-out rows are measured during the run; 0 never.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the likeliest tokens are removed, for less common ones; 0 turns it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the run is saved, so that it can go on after a stop or a crash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly repeating a sequence that came before is punished; 0 turns it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the learning rate falls after the warm-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the uncertainty maps to the temperature: 1 is in proportion, above 1 lower at first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In how many directions each weight matrix may change; more holds more, and needs more memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest gradient norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers on the GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets the model write a reasoning block first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets the model write a reasoning block first. Off, its template closes the block at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer gradients are shortened to this; 0 turns it off. Try 0.3 after spikes of the loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer rows are cut here; memory grows with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowers a token&apos;s logit by this much for each time it stands in the penalty window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowers the logit of every token that stands in the penalty window by this much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirostat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirostat rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirostat target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the k likeliest tokens may be chosen; 0 turns it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the likeliest tokens that together reach this probability; 1 turns it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only tokens at least this fraction as likely as the likeliest; 0 turns it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only tokens whose surprise is near the expected one, up to this probability; 1 turns it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only tokens within this many standard deviations of the highest logit; 0 turns it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over the first steps the learning rate grows from zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penalty window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presence penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor threads that make replies. Auto: one for each core.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls the adapter&apos;s weights towards zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasoning effort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that go through the model together: more is faster on a GPU, and needs more memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves memory with long conversations. A packed KV cache needs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sequences up to this many tokens may be repeated freely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many micro-batches make one step; rows at once times this is the effective batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The adapter&apos;s weight is alpha divided by rank; twice the rank is usual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The punishment grows by this factor with each further token of the repeated sequence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply is cut after this many tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run ends when the held-out loss has not fallen so many times running; 0: never early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same choices; -1 draws a new one each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the adapter&apos;s inputs that is switched off at random while training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the rows that is only measured, never trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surprise to keep, in bits per token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The temperature moves by up to this much with the model&apos;s uncertainty; 0 turns it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These rows are drawn at random and not trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Think before answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-n-sigma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typical-p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unload an idle model after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which weight matrices are adapted: all linear layers, or only those of one kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XTC probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XTC removes tokens above this probability, but for the least likely of them; above 0.5 there can be no two such tokens, and nothing is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XTC threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evaluations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldsForm</name>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{usable} of {rows} rows usable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} things to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 thing to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileValue</name>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave {0} empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} characters: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text for {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FitWords</name>
    <message>
        <source>Does not fit: needs about {0}, and {1} are free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not fit as set: needs about {0}, and {1} are free. {2} would</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A window of {0} tokens with a KV cache in {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A window of {0} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs about {0} of the GPU with a window of {1} tokens; {2} free there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ({0} of {1} layers fit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs about {0} with a window of {1} tokens; {2} free</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoldedBlock</name>
    <message>
        <source>Open. Press Enter to fold it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folded. Press Enter to open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderGroup</name>
    <message>
        <source>Files of a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the folder back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model may read text files in this folder and below it, and nothing else: no hidden files, no links to other places. It can change nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder that the model may read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Form of the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what matches can be said: every token is chosen among those that may come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grammar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with an example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grammar in GBNF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This can be used.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Chat messages (role, content)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations (from, value; ShareGPT)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instruction, input, output (Alpaca)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences (chosen and rejected, or judged replies)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt and reply</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeldOutCard</name>
    <message>
        <source>Held-out rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set rows apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows the model never learns from. Their loss tells learning from memorising.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpCard</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tour takes two minutes with the demo model. Shortcuts can be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpMark</name>
    <message>
        <source>About {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>History of the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet. Every save becomes a version here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This comes with Hone. A copy of your own has versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replies: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>liked {0}, disliked {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportSheet</name>
    <message>
        <source>Import of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What did not come in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} conversations with {1} messages came in ({2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You stopped the import; the rest of the file was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} were here already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out of messages: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} entries could not be read:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>System prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: Answer in two sentences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said to the model before the conversation, and kept with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JudgeBar</name>
    <message>
        <source>The round before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The round after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regenerate this round in all columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Better:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is the better reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The replies are equally good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reply is good enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge when they end:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>Press the new keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeftOutBadge</name>
    <message>
        <source>1 earlier message left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 earlier message was left out of this reply: it did not fit the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} earlier messages left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} earlier messages were left out of this reply: they did not fit the window.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LegendButton</name>
    <message>
        <source>Show where it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} characters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LengthHistogram</name>
    <message>
        <source>Row lengths in tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} rows, median {median} tokens, longest {longest}, {cut} longer than {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>context length {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LengthsCard</name>
    <message>
        <source>Counting tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row lengths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting tokens…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tokens} tokens, {trained} of them trained; half of the rows are shorter than {median}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows cut at the context length: {n}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinkPopover</name>
    <message>
        <source>It was written by a model or a file, not by Hone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only web and mail addresses can be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this link in your browser?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LossChart</name>
    <message>
        <source>Loss chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit to view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curve begins with the first step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step}: training loss {loss}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best held-out loss {loss}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Measurement</name>
    <message>
        <source>Running a few real steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MemoryCard</name>
    <message>
        <source>Reckoning…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No change of the settings makes it fit here. Choose a smaller model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would make it fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply: {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then {size}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageActions</name>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the model go on where the reply ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regenerate reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More that can be done with the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bad reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (press again to take it back)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBanner</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageCommands</name>
    <message>
        <source>Correct this reply…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This one is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to data set…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use as example</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageFoot</name>
    <message>
        <source>Attached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid JSON for the schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not match the schema</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageHead</name>
    <message>
        <source>Edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You changed this reply. The model&apos;s own words are a branch beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You stopped this reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply reached its longest length or the end of the context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program or the engine ended while this reply was made.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageWalk</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branches…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regenerate the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>Kept for the reply: half of the window, as it may have {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept for the reply: its longest length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next to go: the oldest message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next to go: the {0} oldest messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oldest message will be left out; the rest is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} oldest messages will be left out; the rest is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeterPopover</name>
    <message>
        <source>What the window holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop oldest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left out: a message that does not fit is not answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oldest messages are left out, as few as possible. The system prompt and the examples stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oldest messages are left out until half of the room is free, so that the model reads the conversation anew less often. The system prompt and the examples stay.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MethodCard</name>
    <message>
        <source>Recommended</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MethodStep</name>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings are recommended for this model and these rows; each says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset to recommended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The adapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Methods</name>
    <message>
        <source>LoRA (16 or 32 bits)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QLoRA (4 bits)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The right choice nearly always: a quarter of the memory, and the same results as 16 bits in the paper&apos;s measurements (53.1 against 53.0 on MMLU).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains a small adapter; the model itself is held in 4 bits (NF4) and not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains a small adapter; the model itself is held in its full precision and not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When memory is plentiful: each step is a little faster than QLoRA&apos;s, and nothing is rounded. For small models (below about a billion parameters) there is little to save by quantising.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>demo model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} files can be talked to; for fine-tuning add the safetensors folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tune</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let its code run no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs its own code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You allowed its program code. It can be talked to, but not fine-tuned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs its own code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It loads only by running program code that came with it, which Hone does not run by itself. When that code changes, it must be allowed anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow this model&apos;s code…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs program code of its own. Training needs a model that transformers supports alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GGUF files are for chatting. Training needs the original folder with safetensors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has no chat template; a plain one is used for training, and in chats with the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>context {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>{0} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} tokens of context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no list of models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained on {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Add a GGUF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a model folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files stay where they are. Drop a GGUF file or a folder with safetensors here to add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet. A fine-tune makes one, and it is listed here and in the chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No models yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a GGUF file to talk to it, or a safetensors folder to fine-tune it too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was taken off the list; its files stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} may run its own code now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberValue</name>
    <message>
        <source>This is no number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderEditor</name>
    <message>
        <source>Reset the order of samplers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the samplers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each gets what the one above leaves. One that is off does not act.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {0} up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {0} down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penalties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DRY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-n-sigma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typical-p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Teach a model your way of answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning shows a model examples of good replies until it writes like them. Hone trains a small adapter beside the model on this machine, and measures on rows it has never seen whether that helped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it with the sample tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show older runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} runs on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 run on this machine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tune</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a command, a conversation, a model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search commands, conversations and models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits. Fewer letters find more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaletteGroups</name>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat with</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelStep</name>
    <message>
        <source>Open the panel and choose “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartLegend</name>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply&apos;s beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being typed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PastComparisons</name>
    <message>
        <source>Comparisons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your comparisons will be listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} rounds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlacesCard</name>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewCard</name>
    <message>
        <source>Row to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row is left out of training; see what to look at above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Special tokens are pills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{trained} of {tokens} tokens are trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut at the context length: {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this row is trained, so it teaches nothing. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stop token is not trained: replies may never end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stop token is trained, so the model learns where a reply ends.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Problems in the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows left out of training: {n}; the rest is used as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rows are used; these are worth a look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {n} are listed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemModel</name>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, line {line}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressView</name>
    <message>
        <source>{0} left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptCard</name>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save what is here as a new prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unload the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a new version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the saved text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A prompt brings a system prompt, variables, examples and the reply&apos;s form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version is not in the library any more. The conversation keeps its text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptChoice</name>
    <message>
        <source>Saved prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system prompt below, as it is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A prompt that is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptEditor</name>
    <message>
        <source>System prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model should do, and how it should answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is said first, such as {{question}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This comes with Hone and stays as it is: a change is saved as a copy of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said before the conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written into the message field when used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptFiles</name>
    <message>
        <source>Import prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts (*.toml *.md *.markdown);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TOML (*.toml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export all prompts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptHeading</name>
    <message>
        <source>Name of the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When to use it, and what you know of its effect</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptList</name>
    <message>
        <source>Search prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No prompt holds these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import prompts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptPanel</name>
    <message>
        <source>Variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write {{name}} into the system prompt, and a field for it appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the prompt as a new version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a new prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unload the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version is not in the library any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} took the place of the system prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to version {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} unloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is saved as version {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptRows</name>
    <message>
        <source>unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptView</name>
    <message>
        <source>What the model gets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptsPage</name>
    <message>
        <source>Keep what works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A prompt is a system text with variables and examples. Every save is a version that can be compared and restored. Begin with your own, or look at a starter at the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use in a new conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use in the present conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard what is not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as TOML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export with all versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export all prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved changes discarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as version {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in it is new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} prompts imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was there: the file is its version {1} now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} prompts written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as TOML…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as Markdown…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export with all versions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptsStep</name>
    <message>
        <source>Keep what works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts are kept with their versions, examples and variables. Some to begin with are there: few-shot, chain of thought, extraction to JSON and more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the page of prompts.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadyPage</name>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All is set. The run saves checkpoints on the way: it can be stopped and resumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on chatting while this trains, as far as the memory suffices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} on {data}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank {rank}, learning rate {rate}, {epochs} epochs, context {context}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {n} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReferencesLine</name>
    <message>
        <source>Written by the model. Not checked: nothing was fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 reference, unverified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} references, unverified</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegenerateStep</name>
    <message>
        <source>Ask for another reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model chooses its words by chance, so the same message has many replies. The first one is kept: both become branches of the conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the circling arrows below the reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply is being made…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReplyBlocks</name>
    <message>
        <source>Thinking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tool without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thought before answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thought for less than a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thought for {0} min {1} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thought for {0} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReplyDetails</name>
    <message>
        <source>Begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read {0} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read {0} of {1} tokens, the rest was known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact: the same reply alone as beside others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fast: other work beside it may change a close choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReplyTokens</name>
    <message>
        <source>Less likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surprising</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole reply is as likely with {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole reply is {0} more likely with {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole reply is {0} less likely with {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} tokens · {1} each · perplexity {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most changed tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the model was least decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most surprising tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunCard</name>
    <message>
        <source>Name of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start another like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunHeader</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves a checkpoint, then ends. The run can be resumed from exactly there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>All runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunStats</name>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate {rate}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peak {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the base model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{change} against base {base}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {steps}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may leave this page; the run goes on. A chat meanwhile shares the memory and the processor with it, and both are slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the trainer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training: step {step} of {steps}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping: the trainer saves a checkpoint first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>Not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} days ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>Replies at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each is a branch of its own: switch between them below the reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are read once and made together. A fixed seed is raised by one for each.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaveBar</name>
    <message>
        <source>unsaved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note for the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use in chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SayStep</name>
    <message>
        <source>Say something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model runs on this computer; nothing is sent anywhere. The demo model is tiny, speaks English and knows little, but it answers at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a message, such as “{0}”, and press Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply is being made…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScaleLegend</name>
    <message>
        <source>What the colours mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} bits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>Search in this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in what the model gets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeedLine</name>
    <message>
        <source>Draw another seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One seed for all columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed {0} for all columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new seed for each reply</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeedPart</name>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random each time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a seed and keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a new seed for each reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed makes the same choices. Empty, each reply draws its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the seed of this reply, {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServerForm</name>
    <message>
        <source>How to add a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command or address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description of servers as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variables or headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values are kept in the system&apos;s keyring. A server gets only these, and what it needs to find programs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServerGroup</name>
    <message>
        <source>Use the server {0} in this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off. Switching it on starts {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs and calls itself {0}. What its tools say of themselves is its own words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It starts with the next message.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServersCard</name>
    <message>
        <source>Add a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is none yet. Paste the JSON from a server&apos;s own instructions to add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MCP servers bring tools to the chat. One starts only when you switch it on for a conversation, and its calls ask first. A server is a program that may do whatever you may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool servers (MCP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gets {0} from the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} works. It has 1 tool: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} works. It has {1} tools: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Why {value}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why {value} for {name}?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models, data and conversations stay on this computer. Only what you say to an endpoint that you added is sent there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models put here are found without asking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One folder per fine-tune.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations, settings, backups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the program and its workers wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language is taken when Hone is started again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SetupPart</name>
    <message>
        <source>The engine of {0} cannot do this.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutRow</name>
    <message>
        <source>Reset the keys of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is already “{1}” ({2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it; the other command has no keys then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Ctrl or Alt, or press a function key: letters alone are for typing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search commands or keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a shortcut to change it: press the new keys, Backspace for none, Esc to leave it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All shortcuts are as Hone comes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sparkline</name>
    <message>
        <source>Training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StackedBar</name>
    <message>
        <source>Memory forecast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peak} needed of {free} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forecast {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it with the sample tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where you left off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tune a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five short steps. Nothing is changed on disk before the last one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no model yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model that learns; it stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your examples, checked row by row, shown as the model sees them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings with the evidence behind each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory and time, measured with a few real steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watch it learn; stop and resume whenever you like</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Show what the model&apos;s window holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Show me</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepItem</name>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {n}: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>All runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Base model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a base model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a data file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is being looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file has no rows that can be trained on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stops</name>
    <message>
        <source>Stop strings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply ends before the first of these texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text that ends the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write \n for a new line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SwitchStep</name>
    <message>
        <source>Go back to the first reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arrows switch between the branches, at every place where the conversation forks. Nothing that was said is lost when a message is edited or answered again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the arrow to the left.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagBar</name>
    <message>
        <source>Filter by tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all tags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TallyPopover</name>
    <message>
        <source>Picked as the better reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} judged, of these {1} blind; {2} ties; {3} times no reply was good enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picks made with the names in sight may follow the names. Blind ones are evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A column&apos;s settings were changed between rounds: its wins are not of one setting.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TemplateVariables</name>
    <message>
        <source>Chat template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the template of this model can be told.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThingCard</name>
    <message>
        <source>More for {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeCard</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time and disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from measured steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} rows each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loading {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {n} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hone runs a few real steps to know, instead of guessing. Nothing of them is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured with a few real steps on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured. Time is known once a few real steps have run.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toaster</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenCard</name>
    <message>
        <source>What could have come here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one, and the conversation goes on from it in a branch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a token, click it to keep it, or walk with the arrow keys. N goes to the next one that stands out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenText</name>
    <message>
        <source>The reply, token by token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenView</name>
    <message>
        <source>Row as the model sees it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained: the model learns to write it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read, not trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token {n}, id {id}: {text} ({trained})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tokens} tokens, {trained} of them trained.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenWords</name>
    <message>
        <source>nearly 100%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>practically never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over a million</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokensPanel</name>
    <message>
        <source>Reading the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surprise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply&apos;s reasoning is left out: its text alone is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dotted beginning was given to the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written by {0}, read by {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} with {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reply yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say something to the model. Its reply is shown here token by token: how likely each was, and what could have come instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour tokens by surprise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour tokens by entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour tokens by difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of the reply before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of the reply after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk through the tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reading was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokensStep</name>
    <message>
        <source>See how sure it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each token of a reply was one of several that could have come. The token view tells their probabilities, and any of them can be chosen to go on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong colours mark the tokens that surprised the model. Point at one of them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolBlocks</name>
    <message>
        <source>{0} failed · {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} answered · {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under {0} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolCard</name>
    <message>
        <source>The tool is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow in this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model wants to use {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the call…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model wants to use this tool. It runs only if you say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running for {0} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>The model may use {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It describes itself in other words than when you switched it on. Read them first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolTalk</name>
    <message>
        <source>Declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before it ran.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tool without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has used tools {0} times in a row, so it asks again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the server {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the granted folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>built in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Calculator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time between dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolsPanel</name>
    <message>
        <source>Built in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MCP servers bring more tools, such as notes, calendars or databases. There is none yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manage servers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every call is shown in the conversation. It asks first unless you allow the tool here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot use tools: its chat template has no place for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model that was trained to call tools, such as a Qwen3 or Llama 3 Instruct.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether {0} can use tools is decided by its server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That did not work. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tour is in the command palette and the settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>Skip the tour</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the end</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrashSheet</name>
    <message>
        <source>Deleted conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was deleted stays here for {0} days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty for good?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TunePage</name>
    <message>
        <source>Another run is training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start this one when that has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning: step {step} of {steps}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TuneStep</name>
    <message>
        <source>When prompting is not enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here a model is fine-tuned with your examples: what it needs, how long it takes and whether it became better is measured and said. The sample tickets train the demo model in a few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the page of fine-tuning.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UserPresets</name>
    <message>
        <source>Your presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset saved: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset deleted: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save these parameters…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename {0}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length and seed are not part of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueRow</name>
    <message>
        <source>Back to the default of {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VariableRow</name>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variable {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the variable {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choices of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choices: one, two, three</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to fill in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VariableRows</name>
    <message>
        <source>Write {{name}} into a text, and the variable appears here with its kind and default.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Your adapter is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It learned: {n} less loss on rows it has never seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It got worse on rows it has never seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No real change on rows it has never seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was no held-out measurement, so whether it helped shows only when you chat with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yet it guesses fewer tokens exactly than before: it has only begun to learn. Train longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model now finds such replies likelier. Chat with it to hear whether they are good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a lower learning rate or fewer epochs, and look at the preview of the rows again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try more rows, more epochs or a higher learning rate; or the base may already know this.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>Held-out loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the adapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best at step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WayOn</name>
    <message>
        <source>The run was stopped at step {step} of {steps}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its last checkpoint is kept; resume goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume this one when that has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another run is training.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Choose a model to begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick one above, or add a GGUF file or a model folder on the Models page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talk to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you say is sent to {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo model is tiny: it shows the way from chat to fine-tuning, not what big models know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is LoRA?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does the temperature do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When should I fine-tune a model?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hello! What can you do?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomeStep</name>
    <message>
        <source>Two minutes with a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talk to a model, see what it gets and how sure it was, and find where a better prompt or a fine-tune begins. Each step waits for you, or is done by “Show me”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit Hone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size {0} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowPolicy</name>
    <message>
        <source>When the window is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop oldest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left out: a message that does not fit is refused, and you decide what to shorten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model no longer reads the oldest turns. The system prompt and the examples always stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model reads the newest turns that fill half of the window, so that it has to read anew less often. The system prompt and the examples always stay.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run has begun; its plan is settled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your choices are kept when you leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue anyway</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Choice</name>
    <message>
        <source>Its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_FileCard</name>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_PickerPanel</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Token: its text, or # and its id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text or #id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to its logit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>context</name>
    <message>
        <source>Import conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} files written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as the better reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correction kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correction removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to {0}: {1} rows now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be taken</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>place</name>
    <message>
        <source>Works out arithmetic exactly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tells the present date and time, here or in a time zone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts the days, weekdays and months between two dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sees names, sizes and dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads text files up to 20 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds lines that hold a text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
