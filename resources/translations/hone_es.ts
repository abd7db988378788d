<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name>AdapterCard</name>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>base missing</source>
        <translation>falta la base</translation>
    </message>
    <message>
        <source>Its base model {0} is not in the list.</source>
        <translation>Su modelo base {0} no está en la lista.</translation>
    </message>
</context>
<context>
    <name>AlternativeRow</name>
    <message>
        <source>ends here</source>
        <translation>termina aquí</translation>
    </message>
    <message>
        <source>part of a character</source>
        <translation>parte de un carácter</translation>
    </message>
    <message>
        <source>“{0}”, as in the reply, {1}</source>
        <translation>«{0}», como en la respuesta, {1}</translation>
    </message>
    <message>
        <source>Go on from here with “{0}”, {1}</source>
        <translation>Seguir desde aquí con «{0}», {1}</translation>
    </message>
    <message>
        <source>The reply ends here ({0}), {1}</source>
        <translation>La respuesta termina aquí ({0}), {1}</translation>
    </message>
    <message>
        <source>“{0}”, {1}: no text that a reply could go on with</source>
        <translation>«{0}», {1}: no es texto con el que pueda seguir una respuesta</translation>
    </message>
</context>
<context>
    <name>AppearanceCard</name>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Taken at the next start.</source>
        <translation>Se aplica en el próximo inicio.</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>{0}; the desktop speaks {1}</source>
        <translation>{0}; el escritorio habla {1}</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
</context>
<context>
    <name>AttachmentBar</name>
    <message>
        <source>Attach a file</source>
        <translation>Adjuntar un archivo</translation>
    </message>
    <message>
        <source>Attached to the message</source>
        <translation>Adjunto al mensaje</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Leyendo el archivo</translation>
    </message>
    <message>
        <source>Keep the beginning</source>
        <translation>Conservar el principio</translation>
    </message>
    <message>
        <source>Attach it instead</source>
        <translation>Adjuntarlo en su lugar</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Adjuntar archivos</translation>
    </message>
    <message>
        <source>Texts and documents (*.txt *.md *.csv *.json *.py *.html *.pdf *.docx);;All files (*)</source>
        <translation>Textos y documentos (*.txt *.md *.csv *.json *.py *.html *.pdf *.docx);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Reading {0}</source>
        <translation>Leyendo {0}</translation>
    </message>
    <message>
        <source>You pasted {0} characters.</source>
        <translation>Se pegaron {0} caracteres.</translation>
    </message>
    <message>
        <source>{0} · {1} tokens</source>
        <translation>{0} · {1} tokens</translation>
    </message>
    <message>
        <source>{0} · about {1} tokens</source>
        <translation>{0} · unos {1} tokens</translation>
    </message>
    <message>
        <source>Too long for this model: {0} tokens, and there is room for {1}.</source>
        <translation>Demasiado largo para este modelo: {0} tokens, y caben {1}.</translation>
    </message>
    <message>
        <source>The first {0} of {1} characters of {2} would be kept.</source>
        <translation>Se conservarían los primeros {0} de {1} caracteres de {2}.</translation>
    </message>
    <message>
        <source>{0} is not attached any more</source>
        <translation>{0} ya no está adjunto</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>BaseStep</name>
    <message>
        <source>Base model</source>
        <translation>Modelo base</translation>
    </message>
    <message>
        <source>The model that learns. It stays as it is: what it learns goes into a small adapter.</source>
        <translation>El modelo que aprende. Queda como está: lo aprendido va a un adaptador pequeño.</translation>
    </message>
    <message>
        <source>Not for training</source>
        <translation>No sirve para entrenar</translation>
    </message>
    <message>
        <source>Looking for models…</source>
        <translation>Buscando modelos…</translation>
    </message>
    <message>
        <source>Add a model folder…</source>
        <translation>Añadir una carpeta de modelo…</translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation>Carpeta de un modelo</translation>
    </message>
</context>
<context>
    <name>Beginning</name>
    <message>
        <source>Beginning of the reply</source>
        <translation>Inicio de la respuesta</translation>
    </message>
    <message>
        <source>The model goes on from here. {{variables}} of the prompt are filled in.</source>
        <translation>El modelo sigue desde aquí. Se rellenan las {{variables}} del prompt.</translation>
    </message>
    <message>
        <source>For example: Three reasons speak for it:</source>
        <translation>Por ejemplo: Hay tres razones a favor:</translation>
    </message>
</context>
<context>
    <name>BiasEditor</name>
    <message>
        <source>Add a token</source>
        <translation>Añadir un token</translation>
    </message>
    <message>
        <source>Logit bias</source>
        <translation>Sesgo de logits</translation>
    </message>
    <message>
        <source>Added before all samplers; -100 bans a token. Write a text, or # and a token&apos;s id.</source>
        <translation>Se suma antes de todos los métodos; -100 prohíbe un token. Escribir un texto, o # y el número de un token.</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Column {0}</source>
        <translation>Columna {0}</translation>
    </message>
    <message>
        <source>Duplicate with its messages</source>
        <translation>Duplicar con sus mensajes</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>Mover a la izquierda</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>Mover a la derecha</translation>
    </message>
    <message>
        <source>Show differences from this column</source>
        <translation>Mostrar las diferencias con esta columna</translation>
    </message>
    <message>
        <source>Go on with this column in chat</source>
        <translation>Seguir con esta columna en el chat</translation>
    </message>
    <message>
        <source>Remove column</source>
        <translation>Quitar la columna</translation>
    </message>
</context>
<context>
    <name>BranchSwitcher</name>
    <message>
        <source>Previous version</source>
        <translation>Versión anterior</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Versión siguiente</translation>
    </message>
</context>
<context>
    <name>BranchesPopover</name>
    <message>
        <source>Branches of the conversation</source>
        <translation>Ramas de la conversación</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>Ramas</translation>
    </message>
    <message>
        <source>Each begins with the first words that differ from what is shown.</source>
        <translation>Cada una empieza con las primeras palabras que difieren de lo que se muestra.</translation>
    </message>
    <message>
        <source>(no text)</source>
        <translation>(sin texto)</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>{0} messages</source>
        <translation>{0} mensajes</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>a la vista</translation>
    </message>
</context>
<context>
    <name>ChangeWords</name>
    <message>
        <source>Row {0} was edited.</source>
        <translation>La fila {0} se editó.</translation>
    </message>
    <message>
        <source>Added: {0}.</source>
        <translation>Añadido: {0}.</translation>
    </message>
    <message>
        <source>The rows of {0} were added.</source>
        <translation>Se añadieron las filas de {0}.</translation>
    </message>
    <message>
        <source>Only rows that match were kept: {0}.</source>
        <translation>Solo se conservaron las filas que coinciden: {0}.</translation>
    </message>
    <message>
        <source>Drawn at random: {0} (seed {1}).</source>
        <translation>Sorteado: {0} (semilla {1}).</translation>
    </message>
    <message>
        <source>The part held out of a split {0}.</source>
        <translation>La parte reservada de una división {0}.</translation>
    </message>
    <message>
        <source>The part to train on of a split {0}.</source>
        <translation>La parte para entrenar de una división {0}.</translation>
    </message>
    <message>
        <source>contains “{0}”</source>
        <translation>contiene «{0}»</translation>
    </message>
    <message>
        <source>does not contain “{0}”</source>
        <translation>no contiene «{0}»</translation>
    </message>
    <message>
        <source>matches the pattern “{0}”</source>
        <translation>cumple el patrón «{0}»</translation>
    </message>
    <message>
        <source>{0} or more characters</source>
        <translation>{0} caracteres o más</translation>
    </message>
    <message>
        <source>{0} or fewer characters</source>
        <translation>{0} caracteres o menos</translation>
    </message>
    <message>
        <source>{0} or more turns</source>
        <translation>{0} turnos o más</translation>
    </message>
    <message>
        <source>{0} or fewer turns</source>
        <translation>{0} turnos o menos</translation>
    </message>
    <message>
        <source>labelled “{0}”</source>
        <translation>con la etiqueta «{0}»</translation>
    </message>
    <message>
        <source>language: {0}</source>
        <translation>idioma: {0}</translation>
    </message>
    <message>
        <source>“{0}” is “{1}”</source>
        <translation>«{0}» es «{1}»</translation>
    </message>
    <message>
        <source>Row {0} was left out.</source>
        <translation>La fila {0} se omitió.</translation>
    </message>
    <message>
        <source>The rows {0} were left out.</source>
        <translation>Las filas {0} se omitieron.</translation>
    </message>
    <message>
        <source>Left out: {0}.</source>
        <translation>Omitido: {0}.</translation>
    </message>
    <message>
        <source>Fixed: “{0}”.</source>
        <translation>Corregido: «{0}».</translation>
    </message>
    <message>
        <source>Fixed in {1}: “{0}”.</source>
        <translation>Corregido en {1}: «{0}».</translation>
    </message>
    <message>
        <source>Mixed: {0} (seed {1}).</source>
        <translation>Mezclado: {0} (semilla {1}).</translation>
    </message>
    <message>
        <source>by row, {1} held out</source>
        <translation>por filas, {1} reservado</translation>
    </message>
    <message>
        <source>by the groups of “{0}”, {1} held out</source>
        <translation>por los grupos de «{0}», {1} reservado</translation>
    </message>
    <message>
        <source>by the time in “{0}”, {1} held out</source>
        <translation>por el tiempo en «{0}», {1} reservado</translation>
    </message>
    <message>
        <source>your chats</source>
        <translation>los chats propios</translation>
    </message>
</context>
<context>
    <name>ChatContext</name>
    <message>
        <source>Another conversation is shown: nothing was undone.</source>
        <translation>Se muestra otra conversación: no se ha deshecho nada.</translation>
    </message>
</context>
<context>
    <name>ChatHeader</name>
    <message>
        <source>Show or hide the conversations</source>
        <translation>Mostrar u ocultar las conversaciones</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Elegir un modelo</translation>
    </message>
    <message>
        <source>Add a model…</source>
        <translation>Añadir un modelo…</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>Adaptador</translation>
    </message>
    <message>
        <source>No adapter</source>
        <translation>Sin adaptador</translation>
    </message>
    <message>
        <source>Conversation settings</source>
        <translation>Ajustes de la conversación</translation>
    </message>
    <message>
        <source>demo model</source>
        <translation>modelo de demostración</translation>
    </message>
    <message>
        <source>Comes with Hone</source>
        <translation>Viene con Hone</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En este equipo</translation>
    </message>
    <message>
        <source>The model as it is</source>
        <translation>El modelo tal como es</translation>
    </message>
    <message>
        <source>No adapter fits this model yet. Fine-tune it to make one.</source>
        <translation>Ningún adaptador sirve aún para este modelo. Un ajuste fino crea uno.</translation>
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
        <translation>Nueva conversación</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Elegir un modelo</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>Buscar en las conversaciones</translation>
    </message>
    <message>
        <source>Show or hide the panel</source>
        <translation>Mostrar u ocultar el panel</translation>
    </message>
    <message>
        <source>Stop the reply</source>
        <translation>Detener la respuesta</translation>
    </message>
    <message>
        <source>Panel: {0}</source>
        <translation>Panel: {0}</translation>
    </message>
    <message>
        <source>A reply is being made.</source>
        <translation>Se está generando una respuesta.</translation>
    </message>
    <message>
        <source>{0} is in memory.</source>
        <translation>{0} está en la memoria.</translation>
    </message>
    <message>
        <source>Conversation deleted</source>
        <translation>Conversación eliminada</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>ChatSide</name>
    <message>
        <source>Panels of the conversation</source>
        <translation>Paneles de la conversación</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Cerrar el panel</translation>
    </message>
</context>
<context>
    <name>CheckLines</name>
    <message>
        <source>{n} of {rows} rows are left out because of problems.</source>
        <translation>{n} de {rows} filas se omiten por problemas.</translation>
    </message>
    <message>
        <source>{n} rows cannot be rendered: left out. {problem}</source>
        <translation>{n} filas no se pueden representar y se omiten. {problem}</translation>
    </message>
    <message>
        <source>The stop token is trained: replies will end.</source>
        <translation>El token de parada se entrena: las respuestas terminarán.</translation>
    </message>
    <message>
        <source>The stop token is not trained: replies may never end. Look at the preview of the rows.</source>
        <translation>El token de parada no se entrena: las respuestas quizá no terminen nunca. La vista previa de las filas muestra por qué.</translation>
    </message>
    <message>
        <source>{n} rows are longer than the context length and are cut; the end of them is not learned.</source>
        <translation>{n} filas superan la longitud de contexto y se cortan; su final no se aprende.</translation>
    </message>
    <message>
        <source>Every row fits into the context length.</source>
        <translation>Todas las filas caben en la longitud de contexto.</translation>
    </message>
    <message>
        <source>The chat model {name} holds {size}. It is unloaded while this trains, and loaded again afterwards.</source>
        <translation>El modelo de chat {name} ocupa {size}. Se descarga mientras dura el entrenamiento y después se vuelve a cargar.</translation>
    </message>
    <message>
        <source>The context length is longer than the {n} tokens that this model was made for.</source>
        <translation>La longitud de contexto supera los {n} tokens para los que se hizo este modelo.</translation>
    </message>
    <message>
        <source>The model has no chat template: a plain one is used, in training and in chats with the result.</source>
        <translation>El modelo no tiene plantilla de chat: se usa una sencilla, en el entrenamiento y en los chats con el resultado.</translation>
    </message>
    <message>
        <source>It fits: {need} of {free} free memory.</source>
        <translation>Cabe: {need} de {free} de memoria libre.</translation>
    </message>
    <message>
        <source>It does not fit: {need} are needed, {free} are free.</source>
        <translation>No cabe: hacen falta {need} y hay {free} libres.</translation>
    </message>
    <message>
        <source>Checkpoints and adapter take {need}; {free} are free on the disk.</source>
        <translation>Los puntos de control y el adaptador ocupan {need}; quedan {free} libres en el disco.</translation>
    </message>
    <message>
        <source>The disk is too full: checkpoints and adapter take {need}, {free} are free.</source>
        <translation>El disco está demasiado lleno: los puntos de control y el adaptador ocupan {need} y quedan {free} libres.</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>Check</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>What the run needs on this machine, before it starts.</source>
        <translation>Lo que la ejecución necesita en este equipo, antes de empezar.</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Comprobaciones</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove {0}</source>
        <translation>Quitar {0}</translation>
    </message>
</context>
<context>
    <name>ChoicePopover</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search in {0}</source>
        <translation>Buscar en {0}</translation>
    </message>
</context>
<context>
    <name>ChoiceValue</name>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
</context>
<context>
    <name>ChosenBar</name>
    <message>
        <source>Move to a folder</source>
        <translation>Mover a una carpeta</translation>
    </message>
    <message>
        <source>Add or remove tags</source>
        <translation>Añadir o quitar etiquetas</translation>
    </message>
    <message>
        <source>Pin or unpin</source>
        <translation>Fijar o soltar</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Add replies with a thumb up to a data set</source>
        <translation>Añadir las respuestas aprobadas a un conjunto de datos</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>{0} chosen</source>
        <translation>{0} elegidas</translation>
    </message>
</context>
<context>
    <name>CodePopover</name>
    <message>
        <source>Allow a model&apos;s own code</source>
        <translation>Permitir el código propio de un modelo</translation>
    </message>
    <message>
        <source>Allow the code of {0}?</source>
        <translation>¿Permitir el código de {0}?</translation>
    </message>
    <message>
        <source>These files run with your rights each time this model is loaded: they can read, change and send all your files. Allow them only when you trust their makers as you trust those of a program.</source>
        <translation>Estos archivos se ejecutan con todos los derechos del usuario cada vez que se carga este modelo: pueden leer, cambiar y enviar todos los archivos. Solo conviene permitirlos si sus autores merecen la misma confianza que los de un programa.</translation>
    </message>
    <message>
        <source>When one of them changes, Hone asks again. The model can be talked to, but not fine-tuned.</source>
        <translation>Cuando uno de ellos cambia, Hone vuelve a preguntar. Se puede hablar con el modelo, pero no ajustarlo.</translation>
    </message>
    <message>
        <source>{0} Python files in {1}</source>
        <translation>{0} archivos de Python en {1}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Allow this code</source>
        <translation>Permitir este código</translation>
    </message>
    <message>
        <source>Python files of the model</source>
        <translation>Archivos de Python del modelo</translation>
    </message>
</context>
<context>
    <name>ColumnHeader</name>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Elegir un modelo</translation>
    </message>
    <message>
        <source>Hidden until you judge</source>
        <translation>Oculto hasta juzgar</translation>
    </message>
    <message>
        <source>Settings of this column</source>
        <translation>Ajustes de esta columna</translation>
    </message>
    <message>
        <source>More that can be done with this column</source>
        <translation>Más acciones para esta columna</translation>
    </message>
    <message>
        <source>Comes with Hone</source>
        <translation>Viene con Hone</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En este equipo</translation>
    </message>
    <message>
        <source>Same prompt and sampling</source>
        <translation>El mismo prompt y muestreo</translation>
    </message>
    <message>
        <source>Column {0}</source>
        <translation>Columna {0}</translation>
    </message>
    <message>
        <source>Column {0}, which differences are from</source>
        <translation>Columna {0}, desde la que se comparan las diferencias</translation>
    </message>
    <message>
        <source>The columns were shuffled</source>
        <translation>Las columnas se mezclaron</translation>
    </message>
</context>
<context>
    <name>ColumnSettingsPopover</name>
    <message>
        <source>System prompt</source>
        <translation>Prompt de sistema</translation>
    </message>
    <message>
        <source>For example: Answer in two sentences.</source>
        <translation>Por ejemplo: Responde en dos frases.</translation>
    </message>
    <message>
        <source>Beginning of each reply</source>
        <translation>Inicio de cada respuesta</translation>
    </message>
    <message>
        <source>Nothing: the model begins</source>
        <translation>Nada: empieza el modelo</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Preajuste</translation>
    </message>
    <message>
        <source>Precise</source>
        <translation>Preciso</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Equilibrado</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>Creativo</translation>
    </message>
    <message>
        <source>Same for all</source>
        <translation>Igual para todas</translation>
    </message>
    <message>
        <source>Give all columns these settings; models and adapters stay</source>
        <translation>Dar estos ajustes a todas las columnas; los modelos y adaptadores quedan</translation>
    </message>
    <message>
        <source>Saved prompt</source>
        <translation>Prompt guardado</translation>
    </message>
    <message>
        <source>Each reply begins with</source>
        <translation>Cada respuesta empieza con</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Muestreo</translation>
    </message>
</context>
<context>
    <name>ColumnView</name>
    <message>
        <source>Ask it now</source>
        <translation>Preguntar ahora</translation>
    </message>
    <message>
        <source>This column has not heard the last message.</source>
        <translation>Esta columna no ha recibido el último mensaje.</translation>
    </message>
    <message>
        <source>This column has not heard {0} messages.</source>
        <translation>Esta columna no ha recibido {0} mensajes.</translation>
    </message>
    <message>
        <source>Preparing the reply</source>
        <translation>Preparando la respuesta</translation>
    </message>
    <message>
        <source>Reply {0}</source>
        <translation>Respuesta {0}</translation>
    </message>
</context>
<context>
    <name>ColumnsTab</name>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Keep the chosen reading</source>
        <translation>Conservar la lectura elegida</translation>
    </message>
    <message>
        <source>Read the columns as before</source>
        <translation>Leer las columnas como antes</translation>
    </message>
    <message>
        <source>Choose the shape of the rows</source>
        <translation>Elegir la estructura de las filas</translation>
    </message>
    <message>
        <source>Choose the split or sheet</source>
        <translation>Elegir la partición o la hoja</translation>
    </message>
</context>
<context>
    <name>CompareCommands</name>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Add picks of this comparison to a data set…</source>
        <translation>Añadir las elecciones de esta comparación a un conjunto de datos…</translation>
    </message>
    <message>
        <source>Reply {0} is the better one</source>
        <translation>La respuesta {0} es la mejor</translation>
    </message>
    <message>
        <source>New comparison</source>
        <translation>Nueva comparación</translation>
    </message>
    <message>
        <source>Add a column</source>
        <translation>Añadir una columna</translation>
    </message>
    <message>
        <source>Stop all replies</source>
        <translation>Detener todas las respuestas</translation>
    </message>
    <message>
        <source>Regenerate the round</source>
        <translation>Regenerar la ronda</translation>
    </message>
    <message>
        <source>Mark the words that differ</source>
        <translation>Marcar las palabras que difieren</translation>
    </message>
    <message>
        <source>Judge blind</source>
        <translation>Juzgar a ciegas</translation>
    </message>
    <message>
        <source>Draw another seed</source>
        <translation>Sortear otra semilla</translation>
    </message>
    <message>
        <source>The round before</source>
        <translation>La ronda anterior</translation>
    </message>
    <message>
        <source>The round after</source>
        <translation>La ronda siguiente</translation>
    </message>
    <message>
        <source>The replies are equally good</source>
        <translation>Las respuestas son igual de buenas</translation>
    </message>
    <message>
        <source>No reply is good enough</source>
        <translation>Ninguna respuesta es suficientemente buena</translation>
    </message>
</context>
<context>
    <name>CompareForm</name>
    <message>
        <source>Model to compare with</source>
        <translation>Modelo con el que comparar</translation>
    </message>
    <message>
        <source>Adapter to compare with</source>
        <translation>Adaptador con el que comparar</translation>
    </message>
    <message>
        <source>Prompt to compare with</source>
        <translation>Prompt con el que comparar</translation>
    </message>
    <message>
        <source>System prompt to compare with</source>
        <translation>Prompt de sistema con el que comparar</translation>
    </message>
    <message>
        <source>The system prompt to compare with</source>
        <translation>El prompt de sistema con el que comparar</translation>
    </message>
    <message>
        <source>Choose another adapter, model or prompt: the colours then show which tokens it changes.</source>
        <translation>Elegir otro adaptador, modelo o prompt: los colores muestran entonces qué tokens cambian.</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Comparado con</translation>
    </message>
    <message>
        <source>the same model</source>
        <translation>el mismo modelo</translation>
    </message>
    <message>
        <source>no adapter</source>
        <translation>sin adaptador</translation>
    </message>
    <message>
        <source>no system prompt</source>
        <translation>sin prompt de sistema</translation>
    </message>
    <message>
        <source>another system prompt</source>
        <translation>otro prompt de sistema</translation>
    </message>
    <message>
        <source>No adapter</source>
        <translation>Sin adaptador</translation>
    </message>
    <message>
        <source>The same prompt</source>
        <translation>El mismo prompt</translation>
    </message>
    <message>
        <source>No system prompt</source>
        <translation>Sin prompt de sistema</translation>
    </message>
    <message>
        <source>Another system prompt…</source>
        <translation>Otro prompt de sistema…</translation>
    </message>
    <message>
        <source>{0}, version {1}</source>
        <translation>{0}, versión {1}</translation>
    </message>
    <message>
        <source>Saved prompts</source>
        <translation>Prompts guardados</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>tal como está ahora</translation>
    </message>
</context>
<context>
    <name>CompareHeader</name>
    <message>
        <source>Show or hide the comparisons</source>
        <translation>Mostrar u ocultar las comparaciones</translation>
    </message>
    <message>
        <source>Title of the comparison</source>
        <translation>Título de la comparación</translation>
    </message>
    <message>
        <source>Mark the words that differ</source>
        <translation>Marcar las palabras que difieren</translation>
    </message>
    <message>
        <source>Judge blind: shuffle the columns and hide their names</source>
        <translation>Juzgar a ciegas: mezclar las columnas y ocultar sus nombres</translation>
    </message>
    <message>
        <source>Add a column</source>
        <translation>Añadir una columna</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Diferencias</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>A ciegas</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Esc stops all replies</source>
        <translation>Esc detiene todas las respuestas</translation>
    </message>
    <message>
        <source>Enter sends to all columns</source>
        <translation>Intro envía a todas las columnas</translation>
    </message>
    <message>
        <source>All replies have ended.</source>
        <translation>Todas las respuestas han terminado.</translation>
    </message>
    <message>
        <source>Comparison deleted</source>
        <translation>Comparación eliminada</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Column {0} removed</source>
        <translation>Columna {0} quitada</translation>
    </message>
    <message>
        <source>From the next message on, columns are shuffled and unnamed.</source>
        <translation>A partir del próximo mensaje, las columnas van mezcladas y sin nombre.</translation>
    </message>
    <message>
        <source>Editing this message for all columns. The old version stays as a branch.</source>
        <translation>Se edita este mensaje en todas las columnas. La versión anterior queda como rama.</translation>
    </message>
</context>
<context>
    <name>CompareStart</name>
    <message>
        <source>Compare replies side by side</source>
        <translation>Comparar respuestas lado a lado</translation>
    </message>
    <message>
        <source>One message goes to two, three or four columns. See where the replies differ, pick the better one, and keep the picks as preference data.</source>
        <translation>Un mensaje va a dos, tres o cuatro columnas. Se ve dónde difieren las respuestas, se elige la mejor y las elecciones quedan como datos de preferencia.</translation>
    </message>
    <message>
        <source>Model against its adapter</source>
        <translation>El modelo frente a su adaptador</translation>
    </message>
    <message>
        <source>What did the fine-tune change? The model as it is, beside the model with its adapter.</source>
        <translation>¿Qué cambió el ajuste fino? El modelo tal como es, junto al modelo con su adaptador.</translation>
    </message>
    <message>
        <source>Two prompt versions</source>
        <translation>Dos versiones de un prompt</translation>
    </message>
    <message>
        <source>Which wording works? The same model with two system prompts or saved versions.</source>
        <translation>¿Qué redacción funciona? El mismo modelo con dos prompts de sistema o versiones guardadas.</translation>
    </message>
    <message>
        <source>Two temperatures</source>
        <translation>Dos temperaturas</translation>
    </message>
    <message>
        <source>How much chance helps? The same model at temperature 0.2 and 0.9.</source>
        <translation>¿Cuánto ayuda el azar? El mismo modelo a temperatura 0,2 y 0,9.</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>En blanco</translation>
    </message>
    <message>
        <source>Two columns with the model that you used last; change what you like.</source>
        <translation>Dos columnas con el último modelo usado; todo lo demás se puede cambiar.</translation>
    </message>
    <message>
        <source>There is no model that can be used yet.</source>
        <translation>Aún no hay ningún modelo que se pueda usar.</translation>
    </message>
    <message>
        <source>Add one on the Models page.</source>
        <translation>Se añade uno en la página «Modelos».</translation>
    </message>
    <message>
        <source>No adapter fits a model yet.</source>
        <translation>Ningún adaptador sirve aún para un modelo.</translation>
    </message>
    <message>
        <source>Fine-tune a model on the Tune page to make one.</source>
        <translation>Un ajuste fino en la página «Ajuste fino» crea uno.</translation>
    </message>
</context>
<context>
    <name>CompareWords</name>
    <message>
        <source>Reply {0}</source>
        <translation>Respuesta {0}</translation>
    </message>
    <message>
        <source>Tie</source>
        <translation>Empate</translation>
    </message>
    <message>
        <source>Not good enough</source>
        <translation>No es suficiente</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Mejor</translation>
    </message>
    <message>
        <source>begins “{0}”</source>
        <translation>empieza «{0}»</translation>
    </message>
    <message>
        <source>no beginning given</source>
        <translation>sin inicio dado</translation>
    </message>
    <message>
        <source>own stop strings</source>
        <translation>cadenas de parada propias</translation>
    </message>
    <message>
        <source>own grammar or schema</source>
        <translation>gramática o esquema propio</translation>
    </message>
    <message>
        <source>prompt {0}</source>
        <translation>prompt {0}</translation>
    </message>
    <message>
        <source>no system prompt</source>
        <translation>sin prompt de sistema</translation>
    </message>
    <message>
        <source>system “{0}”</source>
        <translation>sistema «{0}»</translation>
    </message>
    <message>
        <source>of its own</source>
        <translation>propio</translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation>{0} tokens</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0} tokens/s</source>
        <translation>{0} tokens/s</translation>
    </message>
    <message>
        <source>{0} characters</source>
        <translation>{0} caracteres</translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation>semilla {0}</translation>
    </message>
    <message>
        <source>1 tie</source>
        <translation>1 empate</translation>
    </message>
    <message>
        <source>{0} ties</source>
        <translation>{0} empates</translation>
    </message>
    <message>
        <source>{0} won {1} and {2} won {3}. If both were equally good, a split at least this uneven would come up in {4} % of such comparisons (sign test, p = {5}).</source>
        <translation>{0} ganó {1} y {2} ganó {3}. Si ambos fueran igual de buenos, un reparto al menos así de desigual saldría en el {4} % de estas comparaciones (prueba de los signos, p = {5}).</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>Volver al texto</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Último cambio</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Siguiente cambio</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>Versión {0}</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Aún sin guardar</translation>
    </message>
    <message>
        <source>What the editor shows</source>
        <translation>Lo que muestra el editor</translation>
    </message>
    <message>
        <source>Added lines: {0} · Removed lines: {1}</source>
        <translation>Líneas añadidas: {0} · Líneas quitadas: {1}</translation>
    </message>
    <message>
        <source>Both say the same.</source>
        <translation>Ambos dicen lo mismo.</translation>
    </message>
    <message>
        <source>Restore version {0}</source>
        <translation>Restaurar la versión {0}</translation>
    </message>
</context>
<context>
    <name>ComparisonDatasetSheet</name>
    <message>
        <source>Data set</source>
        <translation>Conjunto de datos</translation>
    </message>
    <message>
        <source>Each pick becomes a row: the better reply over the other one, with what made both and whether it was judged blind. Picks between different prompts are left out.</source>
        <translation>Cada elección se convierte en una fila: la mejor respuesta sobre la otra, con lo que generó ambas y si se juzgó a ciegas. Las elecciones entre prompts distintos quedan fuera.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Add picks to a data set</source>
        <translation>Añadir las elecciones a un conjunto de datos</translation>
    </message>
    <message>
        <source>{0} rows so far</source>
        <translation>{0} filas hasta ahora</translation>
    </message>
    <message>
        <source>A new data set</source>
        <translation>Un nuevo conjunto de datos</translation>
    </message>
    <message>
        <source>{0} left out: {1}</source>
        <translation>{0} fuera: {1}</translation>
    </message>
    <message>
        <source>Already in {0}</source>
        <translation>Ya está en {0}</translation>
    </message>
    <message>
        <source>Nothing was added to {0}</source>
        <translation>No se ha añadido nada a {0}</translation>
    </message>
    <message>
        <source>Added to {0}, rows now: {1}</source>
        <translation>Añadido a {0}, filas ahora: {1}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Message {0}</source>
        <translation>Mensaje para {0}</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Escribir un mensaje</translation>
    </message>
    <message>
        <source>Cancel editing</source>
        <translation>Cancelar la edición</translation>
    </message>
    <message>
        <source>Stop the reply</source>
        <translation>Detener la respuesta</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
</context>
<context>
    <name>ContextMeter</name>
    <message>
        <source>{0} of {1} tokens</source>
        <translation>{0} de {1} tokens</translation>
    </message>
    <message>
        <source>Context: {0}</source>
        <translation>Contexto: {0}</translation>
    </message>
</context>
<context>
    <name>ConversationDelegate</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Herramienta</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
</context>
<context>
    <name>ConversationImport</name>
    <message>
        <source>Import conversations</source>
        <translation>Importar conversaciones</translation>
    </message>
    <message>
        <source>Conversations ({0})</source>
        <translation>Conversaciones ({0})</translation>
    </message>
</context>
<context>
    <name>ConversationKeeping</name>
    <message>
        <source>the top</source>
        <translation>el nivel superior</translation>
    </message>
    <message>
        <source>Moved to {0}</source>
        <translation>Movido a {0}</translation>
    </message>
    <message>
        <source>{0} conversations deleted</source>
        <translation>{0} conversaciones eliminadas</translation>
    </message>
    <message>
        <source>Conversation deleted</source>
        <translation>Conversación eliminada</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Nueva carpeta</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>A &quot;/&quot; makes a folder inside another.</source>
        <translation>Una &quot;/&quot; crea una carpeta dentro de otra.</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>Rename conversation</source>
        <translation>Cambiar el nombre de la conversación</translation>
    </message>
    <message>
        <source>Pin or unpin conversation</source>
        <translation>Fijar o soltar la conversación</translation>
    </message>
    <message>
        <source>Move to a folder</source>
        <translation>Mover a una carpeta</translation>
    </message>
    <message>
        <source>Add or remove tags</source>
        <translation>Añadir o quitar etiquetas</translation>
    </message>
    <message>
        <source>Export conversation</source>
        <translation>Exportar la conversación</translation>
    </message>
    <message>
        <source>Copy conversation as Markdown</source>
        <translation>Copiar la conversación como Markdown</translation>
    </message>
    <message>
        <source>Delete conversation</source>
        <translation>Eliminar la conversación</translation>
    </message>
    <message>
        <source>Add thumbs up to a data set</source>
        <translation>Añadir las respuestas aprobadas a un conjunto de datos</translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation>Importar conversaciones</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papelera</translation>
    </message>
    <message>
        <source>Go to the list of conversations</source>
        <translation>Ir a la lista de conversaciones</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>The last reply is good</source>
        <translation>La última respuesta es buena</translation>
    </message>
    <message>
        <source>The last reply is bad</source>
        <translation>La última respuesta es mala</translation>
    </message>
    <message>
        <source>Correct the last reply</source>
        <translation>Corregir la última respuesta</translation>
    </message>
    <message>
        <source>The last reply is better than its versions</source>
        <translation>La última respuesta es mejor que sus otras versiones</translation>
    </message>
    <message>
        <source>Add the last reply to a data set</source>
        <translation>Añadir la última respuesta a un conjunto de datos</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>Mover a una carpeta</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Mover</translation>
    </message>
    <message>
        <source>A folder that is not there is made. A &quot;/&quot; makes a folder inside another.</source>
        <translation>Una carpeta que no existe se crea. Una &quot;/&quot; crea una carpeta dentro de otra.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Separate tags with commas. A minus before a tag takes it away.</source>
        <translation>Las etiquetas se separan con comas. Un signo menos delante quita una etiqueta.</translation>
    </message>
    <message>
        <source>Tags changed</source>
        <translation>Etiquetas cambiadas</translation>
    </message>
    <message>
        <source>Pinned at the top</source>
        <translation>Fijada arriba</translation>
    </message>
    <message>
        <source>No longer pinned</source>
        <translation>Ya no está fijada</translation>
    </message>
    <message>
        <source>Folder created</source>
        <translation>Carpeta creada</translation>
    </message>
    <message>
        <source>Folder renamed</source>
        <translation>Nombre de la carpeta cambiado</translation>
    </message>
    <message>
        <source>Folder dissolved; its conversations are kept</source>
        <translation>Carpeta disuelta; sus conversaciones se conservan</translation>
    </message>
    <message>
        <source>Copied as Markdown</source>
        <translation>Copiado como Markdown</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Search conversations</source>
        <translation>Buscar en las conversaciones</translation>
    </message>
    <message>
        <source>Your conversations will be listed here.</source>
        <translation>Aquí aparecerán las conversaciones.</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>Nothing matches. Try fewer words, their beginnings, or &quot;a phrase in quotes&quot;.</source>
        <translation>No hay coincidencias. Conviene probar con menos palabras, sus comienzos o &quot;una frase entre comillas&quot;.</translation>
    </message>
    <message>
        <source>Not all messages are indexed yet: {0} are left.</source>
        <translation>Aún no están indexados todos los mensajes: faltan {0}.</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Nueva conversación</translation>
    </message>
    <message>
        <source>Folders, import, export and trash</source>
        <translation>Carpetas, importación, exportación y papelera</translation>
    </message>
    <message>
        <source>No conversation has these tags.</source>
        <translation>Ninguna conversación tiene estas etiquetas.</translation>
    </message>
</context>
<context>
    <name>ConversationMenu</name>
    <message>
        <source>Rename</source>
        <translation>Cambiar el nombre</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Soltar</translation>
    </message>
    <message>
        <source>Pin at the top</source>
        <translation>Fijar arriba</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Mover a</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>Nueva carpeta…</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Sin carpeta</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Etiquetas…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Copiar como Markdown</translation>
    </message>
    <message>
        <source>Add replies with a thumb up to a data set…</source>
        <translation>Añadir las respuestas aprobadas a un conjunto de datos…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>New folder inside…</source>
        <translation>Nueva carpeta dentro…</translation>
    </message>
    <message>
        <source>Export its conversations…</source>
        <translation>Exportar sus conversaciones…</translation>
    </message>
    <message>
        <source>Dissolve folder</source>
        <translation>Disolver la carpeta</translation>
    </message>
    <message>
        <source>Import conversations…</source>
        <translation>Importar conversaciones…</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>Exportar todo…</translation>
    </message>
    <message>
        <source>Trash…</source>
        <translation>Papelera…</translation>
    </message>
</context>
<context>
    <name>ConversationModel</name>
    <message>
        <source>closed</source>
        <translation>cerrada</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierta</translation>
    </message>
    <message>
        <source>Folder {0}, {1}, conversations: {2}</source>
        <translation>Carpeta {0}, {1}, conversaciones: {2}</translation>
    </message>
</context>
<context>
    <name>ConversationRows</name>
    <message>
        <source>Pinned</source>
        <translation>Fijadas</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Carpetas</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>Last seven days</source>
        <translation>Últimos siete días</translation>
    </message>
    <message>
        <source>Last thirty days</source>
        <translation>Últimos treinta días</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Anteriores</translation>
    </message>
</context>
<context>
    <name>ConversationView</name>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
</context>
<context>
    <name>CorrectionSheet</name>
    <message>
        <source>What the reply said</source>
        <translation>Lo que dijo la respuesta</translation>
    </message>
    <message>
        <source>What it should have said</source>
        <translation>Lo que debería haber dicho</translation>
    </message>
    <message>
        <source>Keep correction</source>
        <translation>Conservar la corrección</translation>
    </message>
    <message>
        <source>Keep and add to data set…</source>
        <translation>Conservar y añadir a un conjunto de datos…</translation>
    </message>
    <message>
        <source>Remove correction</source>
        <translation>Quitar la corrección</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Correct this reply</source>
        <translation>Corregir esta respuesta</translation>
    </message>
    <message>
        <source>The reply stays as it is. The correction is what a data set learns instead.</source>
        <translation>La respuesta queda como está. Un conjunto de datos aprende la corrección en su lugar.</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Corrección</translation>
    </message>
</context>
<context>
    <name>CurveChart</name>
    <message>
        <source>Over</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Pérdidas</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Ambas</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entrenamiento</translation>
    </message>
    <message>
        <source>Held-out</source>
        <translation>Reservadas</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Suavizado</translation>
    </message>
    <message>
        <source>Fit to view</source>
        <translation>Ajustar a la vista</translation>
    </message>
    <message>
        <source>No step yet: the curve begins with the first one.</source>
        <translation>Aún no hay ningún paso: la curva empieza con el primero.</translation>
    </message>
    <message>
        <source>Losses of the runs</source>
        <translation>Pérdidas de las ejecuciones</translation>
    </message>
    <message>
        <source>at step {0}</source>
        <translation>en el paso {0}</translation>
    </message>
    <message>
        <source>after {0} tokens</source>
        <translation>tras {0} tokens</translation>
    </message>
    <message>
        <source>after {0}</source>
        <translation>tras {0}</translation>
    </message>
    <message>
        <source>training {0}</source>
        <translation>entrenamiento {0}</translation>
    </message>
    <message>
        <source>held-out {0}</source>
        <translation>reservadas {0}</translation>
    </message>
</context>
<context>
    <name>Damaged</name>
    <message>
        <source>Repair it</source>
        <translation>Reparar</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>Mover a la papelera</translation>
    </message>
    <message>
        <source>Repairing finds the versions that are in the folder again.</source>
        <translation>La reparación vuelve a encontrar las versiones que están en la carpeta.</translation>
    </message>
</context>
<context>
    <name>DataActions</name>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Add data files</source>
        <translation>Añadir archivos de datos</translation>
    </message>
    <message>
        <source>Add a folder with data</source>
        <translation>Añadir una carpeta con datos</translation>
    </message>
    <message>
        <source>Use the sample data</source>
        <translation>Usar los datos de ejemplo</translation>
    </message>
    <message>
        <source>Search data sets</source>
        <translation>Buscar conjuntos de datos</translation>
    </message>
    <message>
        <source>Next data set</source>
        <translation>Conjunto de datos siguiente</translation>
    </message>
    <message>
        <source>Previous data set</source>
        <translation>Conjunto de datos anterior</translation>
    </message>
    <message>
        <source>Rename the data set</source>
        <translation>Cambiar el nombre del conjunto de datos</translation>
    </message>
    <message>
        <source>Show as what the rows are read</source>
        <translation>Mostrar cómo se leen las filas</translation>
    </message>
    <message>
        <source>Choose the model that reads the rows</source>
        <translation>Elegir el modelo que lee las filas</translation>
    </message>
    <message>
        <source>Take in new rows</source>
        <translation>Incorporar filas nuevas</translation>
    </message>
    <message>
        <source>Fine-tune on the data set</source>
        <translation>Ajustar un modelo con el conjunto de datos</translation>
    </message>
    <message>
        <source>Export or convert the data set</source>
        <translation>Exportar o convertir el conjunto de datos</translation>
    </message>
    <message>
        <source>Split the data set</source>
        <translation>Dividir el conjunto de datos</translation>
    </message>
    <message>
        <source>Mix data sets</source>
        <translation>Mezclar conjuntos de datos</translation>
    </message>
    <message>
        <source>Keep a sample of the rows</source>
        <translation>Conservar una muestra de las filas</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>Filtrar las filas</translation>
    </message>
    <message>
        <source>Show the file in its folder</source>
        <translation>Mostrar el archivo en su carpeta</translation>
    </message>
    <message>
        <source>Look at the rows again</source>
        <translation>Volver a examinar las filas</translation>
    </message>
    <message>
        <source>Stop what is being done</source>
        <translation>Detener lo que está en curso</translation>
    </message>
    <message>
        <source>Put the data set into the trash</source>
        <translation>Mover el conjunto de datos a la papelera</translation>
    </message>
    <message>
        <source>Repair the damaged data set</source>
        <translation>Reparar el conjunto de datos dañado</translation>
    </message>
    <message>
        <source>Show or hide the trash</source>
        <translation>Mostrar u ocultar la papelera</translation>
    </message>
    <message>
        <source>Put the data set back</source>
        <translation>Restaurar el conjunto de datos</translation>
    </message>
    <message>
        <source>Show or hide the list</source>
        <translation>Mostrar u ocultar la lista</translation>
    </message>
    <message>
        <source>Open the tab {0}</source>
        <translation>Abrir la pestaña {0}</translation>
    </message>
    <message>
        <source>Fine-tune on it</source>
        <translation>Ajustar un modelo con él</translation>
    </message>
    <message>
        <source>Export or convert…</source>
        <translation>Exportar o convertir…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Dividir…</translation>
    </message>
    <message>
        <source>Mix…</source>
        <translation>Mezclar…</translation>
    </message>
    <message>
        <source>Sample…</source>
        <translation>Tomar una muestra…</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Filtrar…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar el nombre</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Mostrar en su carpeta</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>Mover a la papelera</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Restaurar</translation>
    </message>
</context>
<context>
    <name>DataHeader</name>
    <message>
        <source>Show or hide the list</source>
        <translation>Mostrar u ocultar la lista</translation>
    </message>
    <message>
        <source>Name of the data set</source>
        <translation>Nombre del conjunto de datos</translation>
    </message>
    <message>
        <source>Model that reads the rows</source>
        <translation>Modelo que lee las filas</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Ningún modelo</translation>
    </message>
    <message>
        <source>Fine-tune</source>
        <translation>Ajuste fino</translation>
    </message>
    <message>
        <source>Fine-tune a model on these rows</source>
        <translation>Ajustar un modelo con estas filas</translation>
    </message>
    <message>
        <source>More to do with the data set</source>
        <translation>Más acciones para el conjunto de datos</translation>
    </message>
    <message>
        <source>version {0} of {1}</source>
        <translation>versión {0} de {1}</translation>
    </message>
    <message>
        <source>Take in {0}</source>
        <translation>Incorporar {0}</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Aún sin leer</translation>
    </message>
    <message>
        <source>Shape of the rows: {0}</source>
        <translation>Estructura de las filas: {0}</translation>
    </message>
</context>
<context>
    <name>DataLook</name>
    <message>
        <source>Looking at the rows</source>
        <translation>Examinando las filas</translation>
    </message>
    <message>
        <source>Counting tokens with {0}</source>
        <translation>Contando tokens con {0}</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>{0} taken in</source>
        <translation>Incorporado: {0}</translation>
    </message>
    <message>
        <source>Only the good replies are kept</source>
        <translation>Solo se conservan las buenas respuestas</translation>
    </message>
    <message>
        <source>Version {0} is in use now</source>
        <translation>La versión {0} está ahora en uso</translation>
    </message>
    <message>
        <source>{0} is in the library</source>
        <translation>{0} está en la biblioteca</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>{0} is in the trash</source>
        <translation>{0} está en la papelera</translation>
    </message>
    <message>
        <source>{0} rows written to {1}</source>
        <translation>{0} filas escritas en {1}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>The rows are read anew</source>
        <translation>Las filas se leen de nuevo</translation>
    </message>
    <message>
        <source>Support tickets (sample)</source>
        <translation>Tickets de soporte (ejemplo)</translation>
    </message>
</context>
<context>
    <name>DataSetList</name>
    <message>
        <source>Search data sets</source>
        <translation>Buscar conjuntos de datos</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Añadir un archivo…</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papelera</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>Conjuntos de datos</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Trash ({0})</source>
        <translation>Papelera ({0})</translation>
    </message>
    <message>
        <source>Back to the data sets</source>
        <translation>Volver a los conjuntos de datos</translation>
    </message>
    <message>
        <source>Nothing here yet. Drop a file anywhere on this page.</source>
        <translation>Aún no hay nada aquí. Se puede soltar un archivo en cualquier lugar de esta página.</translation>
    </message>
    <message>
        <source>No data set is called that.</source>
        <translation>Ningún conjunto de datos se llama así.</translation>
    </message>
</context>
<context>
    <name>DataStep</name>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Examples of good answers. A few hundred good ones do more than thousands of mixed ones.</source>
        <translation>Ejemplos de buenas respuestas. Unos cientos de buenos hacen más que miles de desiguales.</translation>
    </message>
    <message>
        <source>Looking at the file</source>
        <translation>Examinando el archivo</translation>
    </message>
    <message>
        <source>Taking the rows up into your data sets</source>
        <translation>Incorporando las filas a los conjuntos de datos</translation>
    </message>
    <message>
        <source>Looking at {name}</source>
        <translation>Examinando {name}</translation>
    </message>
    <message>
        <source>Train on the chosen replies</source>
        <translation>Entrenar con las respuestas elegidas</translation>
    </message>
    <message>
        <source>Only the good replies are kept</source>
        <translation>Solo se conservan las buenas respuestas</translation>
    </message>
</context>
<context>
    <name>DataTabs</name>
    <message>
        <source>What to see of the data set</source>
        <translation>Qué ver del conjunto de datos</translation>
    </message>
    <message>
        <source>Tabs further left</source>
        <translation>Pestañas más a la izquierda</translation>
    </message>
    <message>
        <source>Tabs further right</source>
        <translation>Pestañas más a la derecha</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Draft rows</source>
        <translation>Redactar filas</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
</context>
<context>
    <name>DataWords</name>
    <message>
        <source>sure</source>
        <translation>seguro</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>probable</translation>
    </message>
    <message>
        <source>a guess</source>
        <translation>suposición</translation>
    </message>
    <message>
        <source>from a file</source>
        <translation>de un archivo</translation>
    </message>
    <message>
        <source>from your chats</source>
        <translation>de los chats propios</translation>
    </message>
    <message>
        <source>written by a model</source>
        <translation>escrito por un modelo</translation>
    </message>
    <message>
        <source>made of other data sets</source>
        <translation>hecho de otros conjuntos de datos</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>no se puede usar</translation>
    </message>
    <message>
        <source>rows not counted yet</source>
        <translation>filas aún sin contar</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 fila</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>{0} filas</translation>
    </message>
    <message>
        <source>1 new row</source>
        <translation>1 fila nueva</translation>
    </message>
    <message>
        <source>{0} new rows</source>
        <translation>{0} filas nuevas</translation>
    </message>
</context>
<context>
    <name>DatasetSheet</name>
    <message>
        <source>Data set</source>
        <translation>Conjunto de datos</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Add to data set</source>
        <translation>Añadir a un conjunto de datos</translation>
    </message>
    <message>
        <source>Good reply</source>
        <translation>Buena respuesta</translation>
    </message>
    <message>
        <source>Over original</source>
        <translation>Frente a original</translation>
    </message>
    <message>
        <source>Over versions</source>
        <translation>Frente a versiones</translation>
    </message>
    <message>
        <source>Kind of row</source>
        <translation>Tipo de fila</translation>
    </message>
    <message>
        <source>Every reply with a thumb up becomes a row, with what it answers.</source>
        <translation>Cada respuesta aprobada se convierte en una fila, con aquello a lo que responde.</translation>
    </message>
    <message>
        <source>This reply becomes the better one, the versions it was preferred to the worse ones.</source>
        <translation>Esta respuesta pasa a ser la mejor, y las versiones a las que se prefirió, las peores.</translation>
    </message>
    <message>
        <source>The correction becomes the better reply, the original the worse one.</source>
        <translation>La corrección pasa a ser la mejor respuesta; el original, la peor.</translation>
    </message>
    <message>
        <source>The row says the correction in the place of the reply.</source>
        <translation>La fila lleva la corrección en lugar de la respuesta.</translation>
    </message>
    <message>
        <source>The conversation up to this reply becomes a row, with where it came from.</source>
        <translation>La conversación hasta esta respuesta se convierte en una fila, con su procedencia.</translation>
    </message>
    <message>
        <source>{0} rows so far</source>
        <translation>{0} filas hasta ahora</translation>
    </message>
    <message>
        <source>A new data set</source>
        <translation>Un nuevo conjunto de datos</translation>
    </message>
</context>
<context>
    <name>DetailsPopover</name>
    <message>
        <source>Details of the reply</source>
        <translation>Detalles de la respuesta</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Copiar los detalles</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Dialogue</name>
    <message>
        <source>Esc stops the reply</source>
        <translation>Esc detiene la respuesta</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter makes a new line</source>
        <translation>Intro envía, Mayús+Intro hace una línea nueva</translation>
    </message>
    <message>
        <source>The reply has ended.</source>
        <translation>La respuesta ha terminado.</translation>
    </message>
    <message>
        <source>The model has nothing to add to this reply.</source>
        <translation>El modelo no tiene nada que añadir a esta respuesta.</translation>
    </message>
    <message>
        <source>Editing a reply. The model&apos;s own words stay as a branch.</source>
        <translation>Se edita una respuesta. Las palabras del modelo quedan como rama.</translation>
    </message>
    <message>
        <source>Editing an earlier message. The old version stays as a branch.</source>
        <translation>Se edita un mensaje anterior. La versión anterior queda como rama.</translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message>
        <source>System prompt</source>
        <translation>Prompt de sistema</translation>
    </message>
    <message>
        <source>First message</source>
        <translation>Primer mensaje</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variables</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Qué difiere</translation>
    </message>
</context>
<context>
    <name>DoctorCard</name>
    <message>
        <source>Check this installation</source>
        <translation>Comprobar esta instalación</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Comprobando</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Starts every part once and says what is missing. Takes about half a minute.</source>
        <translation>Inicia cada parte una vez y dice qué falta. Tarda alrededor de medio minuto.</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>Buscando</translation>
    </message>
</context>
<context>
    <name>DocumentField</name>
    <message>
        <source>Drop documents here</source>
        <translation>Soltar aquí los documentos</translation>
    </message>
    <message>
        <source>Text, Markdown, PDF or Word. They are read on this computer.</source>
        <translation>Texto, Markdown, PDF o Word. Se leen en este equipo.</translation>
    </message>
    <message>
        <source>Add documents…</source>
        <translation>Añadir documentos…</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Documents (*.txt *.md *.pdf *.docx *.rst *.html);;All files (*)</source>
        <translation>Documentos (*.txt *.md *.pdf *.docx *.rst *.html);;Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>DraftActions</name>
    <message>
        <source>Drafted rows</source>
        <translation>Filas redactadas</translation>
    </message>
    <message>
        <source>Accept the draft</source>
        <translation>Aceptar el borrador</translation>
    </message>
    <message>
        <source>Reject the draft</source>
        <translation>Rechazar el borrador</translation>
    </message>
    <message>
        <source>Edit the draft</source>
        <translation>Editar el borrador</translation>
    </message>
    <message>
        <source>Take the last decision back</source>
        <translation>Deshacer la última decisión</translation>
    </message>
    <message>
        <source>Next draft</source>
        <translation>Borrador siguiente</translation>
    </message>
    <message>
        <source>Previous draft</source>
        <translation>Borrador anterior</translation>
    </message>
    <message>
        <source>Show or hide the passage</source>
        <translation>Mostrar u ocultar el fragmento</translation>
    </message>
    <message>
        <source>Decide about the draft again</source>
        <translation>Volver a decidir sobre el borrador</translation>
    </message>
    <message>
        <source>Accept all drafts</source>
        <translation>Aceptar todos los borradores</translation>
    </message>
    <message>
        <source>Add the accepted drafts to the data set</source>
        <translation>Añadir los borradores aceptados al conjunto de datos</translation>
    </message>
    <message>
        <source>Let a model draft rows</source>
        <translation>Redactar filas con un modelo</translation>
    </message>
    <message>
        <source>Stop drafting rows</source>
        <translation>Detener la redacción de filas</translation>
    </message>
    <message>
        <source>Set up what is drafted</source>
        <translation>Configurar lo que se redacta</translation>
    </message>
    <message>
        <source>Look at the new drafts</source>
        <translation>Ver los borradores nuevos</translation>
    </message>
    <message>
        <source>Look at the accepted drafts</source>
        <translation>Ver los borradores aceptados</translation>
    </message>
    <message>
        <source>Look at the rejected drafts</source>
        <translation>Ver los borradores rechazados</translation>
    </message>
    <message>
        <source>Choose rows to begin with for me</source>
        <translation>Elegir automáticamente las filas de partida</translation>
    </message>
    <message>
        <source>Add documents to ask about</source>
        <translation>Añadir documentos sobre los que preguntar</translation>
    </message>
    <message>
        <source>Reset the instructions of drafting</source>
        <translation>Restablecer las instrucciones de redacción</translation>
    </message>
</context>
<context>
    <name>DraftCard</name>
    <message>
        <source>Drafted row: {0}</source>
        <translation>Fila redactada: {0}</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Fragmento</translation>
    </message>
    <message>
        <source>synthetic</source>
        <translation>sintética</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>editada</translation>
    </message>
    <message>
        <source>in the data set</source>
        <translation>en el conjunto de datos</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Decide again</source>
        <translation>Decidir de nuevo</translation>
    </message>
</context>
<context>
    <name>DraftCards</name>
    <message>
        <source>Drafted rows</source>
        <translation>Filas redactadas</translation>
    </message>
    <message>
        <source>1 more comes after these</source>
        <translation>Hay 1 más después de estos</translation>
    </message>
    <message>
        <source>{0} more come after these</source>
        <translation>Hay {0} más después de estos</translation>
    </message>
</context>
<context>
    <name>DraftFormView</name>
    <message>
        <source>Rows written by a model</source>
        <translation>Filas escritas por un modelo</translation>
    </message>
    <message>
        <source>Good for more of what you have: other topics, other wordings, questions about your own texts.</source>
        <translation>Sirve para tener más de lo que ya hay: otros temas, otras formulaciones, preguntas sobre textos propios.</translation>
    </message>
    <message>
        <source>Not good for knowledge or skill that the drafting model lacks: it makes things up, so no row counts until you have accepted it.</source>
        <translation>No sirve para conocimientos o habilidades que le falten al modelo que redacta: se los inventa, así que ninguna fila cuenta hasta que se acepta.</translation>
    </message>
    <message>
        <source>Choose a model that drafts.</source>
        <translation>Elegir un modelo que redacte.</translation>
    </message>
    <message>
        <source>Add a document to ask about.</source>
        <translation>Añadir un documento sobre el que preguntar.</translation>
    </message>
    <message>
        <source>Some row numbers cannot be read.</source>
        <translation>Algunos números de fila no se pueden leer.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>How many usable rows are wanted. What is dropped does not count.</source>
        <translation>Cuántas filas utilizables se quieren. Lo descartado no cuenta.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Higher varies more and errs more. At 0 the rows soon repeat each other.</source>
        <translation>Más alta varía más y se equivoca más. Con 0 las filas pronto se repiten.</translation>
    </message>
    <message>
        <source>Rows to begin with</source>
        <translation>Filas de partida</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>This is what the model is asked, word for word. What you change is kept.</source>
        <translation>Esto es lo que se pide al modelo, palabra por palabra. Los cambios se conservan.</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Modo</translation>
    </message>
    <message>
        <source>Model that drafts</source>
        <translation>Modelo que redacta</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Cuánto</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>Instrucción</translation>
    </message>
</context>
<context>
    <name>DraftHead</name>
    <message>
        <source>Accept all {0}</source>
        <translation>Aceptar todos ({0})</translation>
    </message>
    <message>
        <source>Add {0} accepted rows</source>
        <translation>Añadir {0} filas aceptadas</translation>
    </message>
    <message>
        <source>Add the accepted row</source>
        <translation>Añadir la fila aceptada</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceptado</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Configurar</translation>
    </message>
    <message>
        <source>What to see of the drafts</source>
        <translation>Qué ver de los borradores</translation>
    </message>
</context>
<context>
    <name>DraftInstructions</name>
    <message>
        <source>New prompts</source>
        <translation>Prompts nuevos</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation>Preguntas y respuestas</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>Otras palabras</translation>
    </message>
    <message>
        <source>Beginning of the text</source>
        <translation>Comienzo del texto</translation>
    </message>
</context>
<context>
    <name>DraftReview</name>
    <message>
        <source>Set up</source>
        <translation>Configurar</translation>
    </message>
    <message>
        <source>Some requests failed. The last one said: {0}</source>
        <translation>Algunas peticiones fallaron. La última dijo: {0}</translation>
    </message>
    <message>
        <source>A accepts, R rejects, E edits, Ctrl+Z takes back, ↑ and ↓ go on.</source>
        <translation>A acepta, R rechaza, E edita, Ctrl+Z deshace, ↑ y ↓ recorren.</translation>
    </message>
    <message>
        <source>Nothing accepted</source>
        <translation>Nada aceptado</translation>
    </message>
    <message>
        <source>What you accept stands here.</source>
        <translation>Aquí aparece lo que se acepta.</translation>
    </message>
    <message>
        <source>Nothing rejected</source>
        <translation>Nada rechazado</translation>
    </message>
    <message>
        <source>What you reject is not offered again.</source>
        <translation>Lo rechazado no se vuelve a ofrecer.</translation>
    </message>
    <message>
        <source>The first rows are on their way</source>
        <translation>Las primeras filas están en camino</translation>
    </message>
    <message>
        <source>Each appears here as soon as the model has written it.</source>
        <translation>Cada una aparece aquí en cuanto el modelo la ha escrito.</translation>
    </message>
    <message>
        <source>No drafts yet</source>
        <translation>Aún no hay borradores</translation>
    </message>
    <message>
        <source>Choose what to begin with, and let a model write the first ones.</source>
        <translation>Elegir de qué partir y dejar que un modelo escriba los primeros.</translation>
    </message>
    <message>
        <source>Nothing left to look at</source>
        <translation>No queda nada por revisar</translation>
    </message>
    <message>
        <source>Every drafted row was decided about.</source>
        <translation>Se ha decidido sobre todas las filas redactadas.</translation>
    </message>
</context>
<context>
    <name>DraftTab</name>
    <message>
        <source>{0} rows accepted; you had looked at {1} of them</source>
        <translation>{0} filas aceptadas; revisadas una a una: {1}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Reading what is drafted from</source>
        <translation>Leyendo el material de partida</translation>
    </message>
    <message>
        <source>Drafting for another data set. {0}</source>
        <translation>Redactando para otro conjunto de datos. {0}</translation>
    </message>
    <message>
        <source>{0} rows · {1} · {2}</source>
        <translation>{0} filas · {1} · {2}</translation>
    </message>
    <message>
        <source>{0} drafted rows were added</source>
        <translation>Se añadieron {0} filas redactadas</translation>
    </message>
    <message>
        <source>1 drafted row was added</source>
        <translation>Se añadió 1 fila redactada</translation>
    </message>
    <message>
        <source>Make a new data set</source>
        <translation>Crear un conjunto de datos nuevo</translation>
    </message>
    <message>
        <source>{0} (drafted)</source>
        <translation>{0} (redactado)</translation>
    </message>
</context>
<context>
    <name>DraftWays</name>
    <message>
        <source>From examples</source>
        <translation>De ejemplos</translation>
    </message>
    <message>
        <source>New prompts like those of your rows, each with a reply.</source>
        <translation>Prompts nuevos como los de las filas, cada uno con una respuesta.</translation>
    </message>
    <message>
        <source>From documents</source>
        <translation>De documentos</translation>
    </message>
    <message>
        <source>Questions about your texts, with answers that stand in them.</source>
        <translation>Preguntas sobre textos propios, con respuestas que están en ellos.</translation>
    </message>
    <message>
        <source>Variations of rows</source>
        <translation>Variaciones de filas</translation>
    </message>
    <message>
        <source>The prompts of rows in other words, with the reply they have.</source>
        <translation>Los prompts de las filas con otras palabras y la respuesta que ya tienen.</translation>
    </message>
</context>
<context>
    <name>DraftWords</name>
    <message>
        <source>not what was asked for: {0}</source>
        <translation>no era lo pedido: {0}</translation>
    </message>
    <message>
        <source>cut off: {0}</source>
        <translation>cortadas: {0}</translation>
    </message>
    <message>
        <source>empty: {0}</source>
        <translation>vacías: {0}</translation>
    </message>
    <message>
        <source>refusals: {0}</source>
        <translation>negativas: {0}</translation>
    </message>
    <message>
        <source>replies that repeat the prompt: {0}</source>
        <translation>respuestas que repiten el prompt: {0}</translation>
    </message>
    <message>
        <source>running in circles: {0}</source>
        <translation>en bucle: {0}</translation>
    </message>
    <message>
        <source>too much like a row: {0}</source>
        <translation>demasiado parecidas a una fila: {0}</translation>
    </message>
    <message>
        <source>too much like another draft: {0}</source>
        <translation>demasiado parecidas a otro borrador: {0}</translation>
    </message>
    <message>
        <source>like one you rejected: {0}</source>
        <translation>parecidas a una rechazada: {0}</translation>
    </message>
    <message>
        <source>not supported by the passage: {0}</source>
        <translation>sin apoyo en el fragmento: {0}</translation>
    </message>
    <message>
        <source>without a number of the prompt: {0}</source>
        <translation>sin un número del prompt: {0}</translation>
    </message>
    <message>
        <source>requests that failed: {0}</source>
        <translation>peticiones fallidas: {0}</translation>
    </message>
    <message>
        <source>Dropped {0}</source>
        <translation>Descartadas: {0}</translation>
    </message>
    <message>
        <source>{0} of the reply&apos;s words stand in the passage</source>
        <translation>El {0} de las palabras de la respuesta está en el fragmento</translation>
    </message>
    <message>
        <source>{0} like row {1}</source>
        <translation>{0} de parecido con la fila {1}</translation>
    </message>
    <message>
        <source>{0} like another draft</source>
        <translation>{0} de parecido con otro borrador</translation>
    </message>
    <message>
        <source>From {0}, passage {1}</source>
        <translation>De {0}, fragmento {1}</translation>
    </message>
    <message>
        <source>Row {0} in other words</source>
        <translation>La fila {0} con otras palabras</translation>
    </message>
    <message>
        <source>After rows {0}</source>
        <translation>Según las filas {0}</translation>
    </message>
    <message>
        <source>After accepted drafts</source>
        <translation>Según borradores aceptados</translation>
    </message>
    <message>
        <source>{0} of {1} rows</source>
        <translation>{0} de {1} filas</translation>
    </message>
    <message>
        <source>{0} a minute</source>
        <translation>{0} por minuto</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>quedan {0}</translation>
    </message>
    <message>
        <source>Compared with {0} of {1} rows</source>
        <translation>Comparado con {0} de {1} filas</translation>
    </message>
</context>
<context>
    <name>DropSign</name>
    <message>
        <source>Drop to add</source>
        <translation>Soltar para añadir</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop a data file here</source>
        <translation>Soltar aquí un archivo de datos</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Use the sample tickets</source>
        <translation>Usar los tickets de ejemplo</translation>
    </message>
    <message>
        <source>Drop your examples here</source>
        <translation>Soltar aquí los ejemplos</translation>
    </message>
    <message>
        <source>A file or a folder: chats, prompt and reply, tables, instructions, or plain text.</source>
        <translation>Un archivo o una carpeta: chats, prompt y respuesta, tablas, instrucciones o texto sin formato.</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>Conjuntos de datos</translation>
    </message>
    <message>
        <source>Choose one of your data sets</source>
        <translation>Elegir uno de los conjuntos de datos</translation>
    </message>
    <message>
        <source>Keep the present data</source>
        <translation>Conservar los datos actuales</translation>
    </message>
    <message>
        <source>Data file</source>
        <translation>Archivo de datos</translation>
    </message>
    <message>
        <source>Data files</source>
        <translation>Archivos de datos</translation>
    </message>
    <message>
        <source>Folder with data</source>
        <translation>Carpeta con datos</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
</context>
<context>
    <name>EndStep</name>
    <message>
        <source>That is the way round</source>
        <translation>Ese es el recorrido</translation>
    </message>
    <message>
        <source>{0} finds every command, conversation and model by a few letters. {1} lists the shortcuts, which you can change. A model of your own is added on the Models page. The tour can be taken again from the settings.</source>
        <translation>{0} encuentra cualquier comando, conversación o modelo con unas letras. {1} muestra los atajos, que se pueden cambiar. Un modelo propio se añade en la página «Modelos». El recorrido se puede repetir desde los ajustes.</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
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
        <translation>Probar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>EndpointForm</name>
    <message>
        <source>Name of the endpoint</source>
        <translation>Nombre del punto de acceso</translation>
    </message>
    <message>
        <source>my-server</source>
        <translation>mi-servidor</translation>
    </message>
    <message>
        <source>Address of the endpoint</source>
        <translation>Dirección del punto de acceso</translation>
    </message>
    <message>
        <source>Key of the endpoint</source>
        <translation>Clave del punto de acceso</translation>
    </message>
    <message>
        <source>Model of the endpoint</source>
        <translation>Modelo del punto de acceso</translation>
    </message>
    <message>
        <source>A test lists what the server has</source>
        <translation>Una prueba muestra lo que tiene el servidor</translation>
    </message>
    <message>
        <source>Models of the server</source>
        <translation>Modelos del servidor</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keyring. Leave it empty if the server needs none.</source>
        <translation>Se guarda en el llavero del sistema. Dejar vacío si el servidor no la necesita.</translation>
    </message>
    <message>
        <source>Add an endpoint</source>
        <translation>Añadir un punto de acceso</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Preguntando al servidor…</translation>
    </message>
    <message>
        <source>It answers: {0}, {1}.</source>
        <translation>Responde: {0}, {1}.</translation>
    </message>
</context>
<context>
    <name>EndpointSection</name>
    <message>
        <source>Add an endpoint</source>
        <translation>Añadir un punto de acceso</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Puntos de acceso</translation>
    </message>
    <message>
        <source>Models behind an OpenAI-compatible server: llama-server, vLLM, Ollama, LM Studio or a hosted API. What you say to them is sent there.</source>
        <translation>Modelos detrás de un servidor compatible con OpenAI: llama-server, vLLM, Ollama, LM Studio o una API alojada. Lo que se les dice se envía allí.</translation>
    </message>
    <message>
        <source>{0} was added</source>
        <translation>{0} se añadió</translation>
    </message>
    <message>
        <source>Asking {0}…</source>
        <translation>Preguntando a {0}…</translation>
    </message>
    <message>
        <source>{0} answers: {1}, {2}</source>
        <translation>{0} responde: {1}, {2}</translation>
    </message>
    <message>
        <source>{0} was removed</source>
        <translation>{0} se quitó</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>EngineCard</name>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Taken the next time a model is loaded.</source>
        <translation>Se aplica la próxima vez que se cargue un modelo.</translation>
    </message>
</context>
<context>
    <name>EngineDot</name>
    <message>
        <source>Working</source>
        <translation>Trabajando</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallo</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Inactivo</translation>
    </message>
    <message>
        <source>No model is in memory.</source>
        <translation>No hay ningún modelo en la memoria.</translation>
    </message>
    <message>
        <source>Engine: {0}</source>
        <translation>Motor: {0}</translation>
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
        <translation>Sí</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>EventLog</name>
    <message>
        <source>What happened</source>
        <translation>Qué ocurrió</translation>
    </message>
    <message>
        <source>Technical log</source>
        <translation>Registro técnico</translation>
    </message>
</context>
<context>
    <name>EventWords</name>
    <message>
        <source>Checkpoint at step {step} saved ({size}).</source>
        <translation>Punto de control guardado en el paso {step} ({size}).</translation>
    </message>
    <message>
        <source>The run has finished.</source>
        <translation>La ejecución ha terminado.</translation>
    </message>
    <message>
        <source>Stopped. The checkpoint is kept; the run can be resumed from it.</source>
        <translation>Detenida. El punto de control se conserva; la ejecución se puede reanudar desde él.</translation>
    </message>
    <message>
        <source>Training {adapter} of {all} parameters on {rows} rows ({tokens} trained tokens) with {device}; {held_out} rows are held out.</source>
        <translation>Se entrenan {adapter} de {all} parámetros con {rows} filas ({tokens} tokens entrenados) en {device}; {held_out} filas quedan reservadas.</translation>
    </message>
    <message>
        <source> {n} rows are cut to the context length.</source>
        <translation> {n} filas se cortan a la longitud de contexto.</translation>
    </message>
    <message>
        <source> {n} rows cannot be used.</source>
        <translation> {n} filas no se pueden usar.</translation>
    </message>
    <message>
        <source> Resumed from step {n}.</source>
        <translation> Reanudada desde el paso {n}.</translation>
    </message>
    <message>
        <source>The base model on the held-out rows: loss {loss}, token accuracy {accuracy}.</source>
        <translation>El modelo base en las filas reservadas: pérdida {loss}, exactitud de tokens {accuracy}.</translation>
    </message>
    <message>
        <source>Step {step}: held-out loss {loss}, token accuracy {accuracy}.</source>
        <translation>Paso {step}: pérdida reservada {loss}, exactitud de tokens {accuracy}.</translation>
    </message>
</context>
<context>
    <name>ExactPanel</name>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Show white space</source>
        <translation>Mostrar los espacios</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copiar el texto</translation>
    </message>
    <message>
        <source>Copy the token ids</source>
        <translation>Copiar los números de los tokens</translation>
    </message>
    <message>
        <source>Text copied</source>
        <translation>Texto copiado</translation>
    </message>
    <message>
        <source>Token ids copied</source>
        <translation>Números de los tokens copiados</translation>
    </message>
    <message>
        <source>Exact view</source>
        <translation>Vista exacta</translation>
    </message>
    <message>
        <source>Switch between text and tokens</source>
        <translation>Cambiar entre texto y tokens</translation>
    </message>
    <message>
        <source>Show or hide white space</source>
        <translation>Mostrar u ocultar los espacios</translation>
    </message>
    <message>
        <source>Copy what the model gets</source>
        <translation>Copiar lo que recibe el modelo</translation>
    </message>
    <message>
        <source>Search in what the model gets</source>
        <translation>Buscar en lo que recibe el modelo</translation>
    </message>
    <message>
        <source>This cannot be shown</source>
        <translation>Esto no se puede mostrar</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>Aún no hay modelo</translation>
    </message>
    <message>
        <source>Choose a model: its template and its tokens are shown here.</source>
        <translation>Elegir un modelo: aquí se muestran su plantilla y sus tokens.</translation>
    </message>
    <message>
        <source>Nothing to send yet</source>
        <translation>Aún no hay nada que enviar</translation>
    </message>
    <message>
        <source>Write a message or a system prompt. What the model gets is shown here as you type.</source>
        <translation>Escribir un mensaje o un prompt de sistema. Lo que recibe el modelo se muestra aquí mientras se escribe.</translation>
    </message>
    <message>
        <source>1 earlier message is left out, because it does not fit.</source>
        <translation>1 mensaje anterior se omite porque no cabe.</translation>
    </message>
    <message>
        <source>{0} earlier messages are left out, because they do not fit.</source>
        <translation>{0} mensajes anteriores se omiten porque no caben.</translation>
    </message>
    <message>
        <source>{0}: characters {1} to {2}</source>
        <translation>{0}: caracteres {1} a {2}</translation>
    </message>
    <message>
        <source>Token {0} of {1} · id {2} · {3} · bytes {4} · {5}</source>
        <translation>Token {0} de {1} · número {2} · {3} · bytes {4} · {5}</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Papel</translation>
    </message>
</context>
<context>
    <name>ExactStep</name>
    <message>
        <source>See what the model really gets</source>
        <translation>Ver lo que el modelo recibe de verdad</translation>
    </message>
    <message>
        <source>A model reads one long text: system prompt, examples and every turn, with marks that you never typed. The exact view shows it token by token, and how much of the model&apos;s window it takes.</source>
        <translation>Un modelo lee un único texto largo: el prompt de sistema, los ejemplos y cada turno, con marcas que nadie escribió. La vista exacta lo muestra token por token, y cuánto ocupa de la ventana del modelo.</translation>
    </message>
    <message>
        <source>The colours tell where each part comes from. Choose any part to see its tokens.</source>
        <translation>Los colores dicen de dónde viene cada parte. Al elegir una se ven sus tokens.</translation>
    </message>
</context>
<context>
    <name>Exactness</name>
    <message>
        <source>Exact mode</source>
        <translation>Modo exacto</translation>
    </message>
    <message>
        <source>Each request is read alone and anew: the same seed gives the same reply, whatever else runs. Slower in long conversations.</source>
        <translation>Cada petición se lee sola y desde el principio: la misma semilla da la misma respuesta, sea lo que sea lo demás que se ejecute. Más lento en conversaciones largas.</translation>
    </message>
    <message>
        <source>Make replies exactly</source>
        <translation>Generar respuestas exactas</translation>
    </message>
</context>
<context>
    <name>ExamplePicker</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search examples</source>
        <translation>Buscar ejemplos</translation>
    </message>
    <message>
        <source>Examples that can be taken</source>
        <translation>Ejemplos que se pueden tomar</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Space or a click takes one.</source>
        <translation>Espacio o un clic toma uno.</translation>
    </message>
    <message>
        <source>Add {0}</source>
        <translation>Añadir {0}</translation>
    </message>
</context>
<context>
    <name>ExamplesPanel</name>
    <message>
        <source>Shown to the model before everything that is said here.</source>
        <translation>Se muestra al modelo antes de todo lo que se dice aquí.</translation>
    </message>
</context>
<context>
    <name>ExportPopover</name>
    <message>
        <source>Export {0} conversations</source>
        <translation>Exportar {0} conversaciones</translation>
    </message>
    <message>
        <source>Export conversation</source>
        <translation>Exportar la conversación</translation>
    </message>
    <message>
        <source>Markdown and HTML hold the branch that is shown; JSON holds everything.</source>
        <translation>Markdown y HTML contienen la rama que se muestra; JSON lo contiene todo.</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Carpeta para los archivos</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Exported to {0}</source>
        <translation>Exportado a {0}</translation>
    </message>
    <message>
        <source>{0} files written</source>
        <translation>{0} archivos escritos</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
</context>
<context>
    <name>ExportSheet</name>
    <message>
        <source>Shape</source>
        <translation>Estructura</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Tipo de archivo</translation>
    </message>
    <message>
        <source>Write the file…</source>
        <translation>Escribir el archivo…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>{0} of {1}, as they are in version {2}.</source>
        <translation>{0} de {1}, según la versión {2}.</translation>
    </message>
    <message>
        <source>Export or convert</source>
        <translation>Exportar o convertir</translation>
    </message>
    <message>
        <source>Shape of the rows</source>
        <translation>Estructura de las filas</translation>
    </message>
    <message>
        <source>Looking whether all rows can be written so…</source>
        <translation>Comprobando si todas las filas se pueden escribir así…</translation>
    </message>
    <message>
        <source>All rows can be written so.</source>
        <translation>Todas las filas se pueden escribir así.</translation>
    </message>
    <message>
        <source>The first {0} rows can be written so.</source>
        <translation>Las primeras {0} filas se pueden escribir así.</translation>
    </message>
    <message>
        <source>{0} of {1} rows cannot be written so and are left out: {2}</source>
        <translation>{0} de {1} filas no se pueden escribir así y se omiten: {2}</translation>
    </message>
    <message>
        <source>Write the rows to</source>
        <translation>Escribir las filas en</translation>
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
        <translation>Página HTML</translation>
    </message>
    <message>
        <source>Hone JSON (everything, with all branches)</source>
        <translation>JSON de Hone (todo, con todas las ramas)</translation>
    </message>
</context>
<context>
    <name>FactGrid</name>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Best held-out loss</source>
        <translation>Mejor pérdida reservada</translation>
    </message>
    <message>
        <source>Against the base model</source>
        <translation>Frente al modelo base</translation>
    </message>
    <message>
        <source>Token accuracy</source>
        <translation>Exactitud de tokens</translation>
    </message>
    <message>
        <source>Best step</source>
        <translation>Mejor paso</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>Adaptador</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>En el disco</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Puntos de control</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Creada</translation>
    </message>
    <message>
        <source>What differs in the plans</source>
        <translation>En qué difieren los planes</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>El plan</translation>
    </message>
    <message>
        <source>Nothing: these runs have the same plan.</source>
        <translation>En nada: estas ejecuciones tienen el mismo plan.</translation>
    </message>
</context>
<context>
    <name>FeedbackCommands</name>
    <message>
        <source>Kept as the better reply</source>
        <translation>Conservada como la mejor respuesta</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>FeedbackCorrection</name>
    <message>
        <source>Correction kept</source>
        <translation>Corrección conservada</translation>
    </message>
    <message>
        <source>Correction removed</source>
        <translation>Corrección quitada</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>FeedbackDatasets</name>
    <message>
        <source>Already in {0}</source>
        <translation>Ya está en {0}</translation>
    </message>
    <message>
        <source>Added to {0}, rows now: {1}</source>
        <translation>Añadido a {0}, filas ahora: {1}</translation>
    </message>
    <message>
        <source>{0} could not be taken</source>
        <translation>{0} no se pudieron tomar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Open in Data</source>
        <translation>Abrir en Datos</translation>
    </message>
</context>
<context>
    <name>FewShotEditor</name>
    <message>
        <source>How examples are shown</source>
        <translation>Cómo se muestran los ejemplos</translation>
    </message>
    <message>
        <source>As turns</source>
        <translation>Como turnos</translation>
    </message>
    <message>
        <source>In the system prompt</source>
        <translation>En el prompt de sistema</translation>
    </message>
    <message>
        <source>Show the model what you want: add an input and the output that you would have liked.</source>
        <translation>Mostrar al modelo lo que se quiere: añadir una entrada y la salida que habría sido buena.</translation>
    </message>
    <message>
        <source>Add an example</source>
        <translation>Añadir un ejemplo</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>De un archivo…</translation>
    </message>
    <message>
        <source>From a conversation…</source>
        <translation>De una conversación…</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
    <message>
        <source>Move the example up</source>
        <translation>Subir el ejemplo</translation>
    </message>
    <message>
        <source>Move the example down</source>
        <translation>Bajar el ejemplo</translation>
    </message>
    <message>
        <source>Take examples from a file</source>
        <translation>Tomar ejemplos de un archivo</translation>
    </message>
    <message>
        <source>Take examples from a conversation</source>
        <translation>Tomar ejemplos de una conversación</translation>
    </message>
    <message>
        <source>{0} of {1} examples are on.</source>
        <translation>{0} de {1} ejemplos están activos.</translation>
    </message>
    <message>
        <source>{0} of {1} examples are on, {2} tokens of {3}.</source>
        <translation>{0} de {1} ejemplos están activos, {2} tokens de {3}.</translation>
    </message>
    <message>
        <source>Example deleted</source>
        <translation>Ejemplo eliminado</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Other examples are shown now: nothing was undone.</source>
        <translation>Ahora se muestran otros ejemplos: no se ha deshecho nada.</translation>
    </message>
    <message>
        <source>There is no conversation yet.</source>
        <translation>Aún no hay ninguna conversación.</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>{0} holds no replies yet.</source>
        <translation>{0} no contiene respuestas todavía.</translation>
    </message>
    <message>
        <source>Only the first {0} rows are shown.</source>
        <translation>Solo se muestran las primeras {0} filas.</translation>
    </message>
</context>
<context>
    <name>FewShotRow</name>
    <message>
        <source>Input: what is said to the model</source>
        <translation>Entrada: lo que se dice al modelo</translation>
    </message>
    <message>
        <source>Output: what it should reply</source>
        <translation>Salida: lo que debería responder</translation>
    </message>
    <message>
        <source>Example {0}</source>
        <translation>Ejemplo {0}</translation>
    </message>
    <message>
        <source>Input of example {0}</source>
        <translation>Entrada del ejemplo {0}</translation>
    </message>
    <message>
        <source>Output of example {0}</source>
        <translation>Salida del ejemplo {0}</translation>
    </message>
    <message>
        <source>Show example {0} to the model</source>
        <translation>Mostrar el ejemplo {0} al modelo</translation>
    </message>
    <message>
        <source>Move example {0}</source>
        <translation>Mover el ejemplo {0}</translation>
    </message>
    <message>
        <source>Duplicate example {0}</source>
        <translation>Duplicar el ejemplo {0}</translation>
    </message>
    <message>
        <source>Delete example {0}</source>
        <translation>Eliminar el ejemplo {0}</translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation>{0} tokens</translation>
    </message>
</context>
<context>
    <name>FieldChoice</name>
    <message>
        <source>No column</source>
        <translation>Ninguna columna</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>necesario</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Reset {0} to {1}</source>
        <translation>Restablecer {0} a {1}</translation>
    </message>
    <message>
        <source>From {0} to {1}.</source>
        <translation>De {0} a {1}.</translation>
    </message>
    <message>
        <source>Default after: {0}.</source>
        <translation>Valor por defecto según: {0}.</translation>
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
        <translation>1 o 2 mantiene constante la sorpresa del texto, en lugar de los demás métodos salvo la temperatura; 0 lo desactiva.</translation>
    </message>
    <message>
        <source>Above 1 makes tokens of the penalty window less likely, by this factor on the logit.</source>
        <translation>Por encima de 1 hace menos probables los tokens de la ventana de penalización, por este factor en el logit.</translation>
    </message>
    <message>
        <source>Adapted layers</source>
        <translation>Capas adaptadas</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alfa</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Auto: as many as fit. 0: the processor does all the work.</source>
        <translation>Auto: tantas como quepan. 0: el procesador hace todo el trabajo.</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Puntos de control</translation>
    </message>
    <message>
        <source>Computes parts twice instead of keeping them: much less memory, about a third more time.</source>
        <translation>Calcula partes dos veces en lugar de guardarlas: mucha menos memoria, un tercio más de tiempo.</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>Longitud de contexto</translation>
    </message>
    <message>
        <source>DRY allowed length</source>
        <translation>DRY: longitud permitida</translation>
    </message>
    <message>
        <source>DRY base</source>
        <translation>DRY: base</translation>
    </message>
    <message>
        <source>DRY multiplier</source>
        <translation>DRY: multiplicador</translation>
    </message>
    <message>
        <source>DRY window</source>
        <translation>DRY: ventana</translation>
    </message>
    <message>
        <source>Decides the order of rows and the adapter&apos;s first weights; the same seed repeats a run.</source>
        <translation>Decide el orden de las filas y los primeros pesos del adaptador; la misma semilla repite una ejecución.</translation>
    </message>
    <message>
        <source>Decides which rows are held out.</source>
        <translation>Decide qué filas se reservan.</translation>
    </message>
    <message>
        <source>Divides the logits: higher is more varied, 0 always takes the likeliest token.</source>
        <translation>Divide los logits: más alto es más variado, 0 toma siempre el token más probable.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Dynamic temperature</source>
        <translation>Temperatura dinámica</translation>
    </message>
    <message>
        <source>Dynamic temperature exponent</source>
        <translation>Exponente de la temperatura dinámica</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Épocas</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>Evaluaciones</translation>
    </message>
    <message>
        <source>Flash attention</source>
        <translation>Flash attention</translation>
    </message>
    <message>
        <source>Frequency penalty</source>
        <translation>Penalización de frecuencia</translation>
    </message>
    <message>
        <source>Gives its memory back when nobody has asked for anything. 0: never.</source>
        <translation>Devuelve su memoria cuando nadie ha pedido nada. 0: nunca.</translation>
    </message>
    <message>
        <source>Gradient accumulation</source>
        <translation>Acumulación de gradientes</translation>
    </message>
    <message>
        <source>Gradient checkpointing</source>
        <translation>Gradient checkpointing</translation>
    </message>
    <message>
        <source>Held-out share</source>
        <translation>Parte reservada</translation>
    </message>
    <message>
        <source>How a GGUF keeps what it has read. Auto: f16, else what fits.</source>
        <translation>Cómo guarda un GGUF lo que ha leído. Auto: f16, o lo que quepa.</translation>
    </message>
    <message>
        <source>How far each step moves the adapter; the value that matters most.</source>
        <translation>Cuánto mueve cada paso el adaptador; el valor que más importa.</translation>
    </message>
    <message>
        <source>How fast Mirostat corrects itself.</source>
        <translation>Lo rápido que Mirostat se corrige.</translation>
    </message>
    <message>
        <source>How long the model is asked to think.</source>
        <translation>Cuánto se pide al modelo que piense.</translation>
    </message>
    <message>
        <source>How many of the last tokens DRY looks at; 0 turns it off.</source>
        <translation>Cuántos de los últimos tokens mira DRY; 0 lo desactiva.</translation>
    </message>
    <message>
        <source>How many of the last tokens, those of the prompt included, the three penalties look at; 0 turns them off.</source>
        <translation>Cuántos de los últimos tokens, incluidos los del prompt, miran las tres penalizaciones; 0 las desactiva.</translation>
    </message>
    <message>
        <source>How much of a conversation the model sees. Auto: up to 8,192, as far as memory allows.</source>
        <translation>Cuánto de una conversación ve el modelo. Auto: hasta 8192, según la memoria.</translation>
    </message>
    <message>
        <source>How often each row is trained; parts of an epoch are allowed.</source>
        <translation>Cuántas veces se entrena cada fila; se admiten partes de una época.</translation>
    </message>
    <message>
        <source>How often the held-out rows are measured during the run; 0 never.</source>
        <translation>Cada cuánto se miden las filas reservadas durante la ejecución; 0 nunca.</translation>
    </message>
    <message>
        <source>How often the likeliest tokens are removed, for less common ones; 0 turns it off.</source>
        <translation>Cada cuánto se quitan los tokens más probables en favor de otros menos comunes; 0 lo desactiva.</translation>
    </message>
    <message>
        <source>How often the run is saved, so that it can go on after a stop or a crash.</source>
        <translation>Cada cuánto se guarda la ejecución, para poder seguir tras una parada o un fallo.</translation>
    </message>
    <message>
        <source>How strongly repeating a sequence that came before is punished; 0 turns it off.</source>
        <translation>Con qué fuerza se castiga repetir una secuencia anterior; 0 lo desactiva.</translation>
    </message>
    <message>
        <source>How the learning rate falls after the warm-up.</source>
        <translation>Cómo baja la tasa de aprendizaje tras el calentamiento.</translation>
    </message>
    <message>
        <source>How the uncertainty maps to the temperature: 1 is in proportion, above 1 lower at first.</source>
        <translation>Cómo la incertidumbre da la temperatura: 1 es en proporción, por encima de 1 más baja al principio.</translation>
    </message>
    <message>
        <source>In how many directions each weight matrix may change; more holds more, and needs more memory.</source>
        <translation>En cuántas direcciones puede cambiar cada matriz de pesos; más abarca más y necesita más memoria.</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>Caché KV</translation>
    </message>
    <message>
        <source>Largest gradient norm</source>
        <translation>Mayor norma del gradiente</translation>
    </message>
    <message>
        <source>Layers on the GPU</source>
        <translation>Capas en la GPU</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Tasa de aprendizaje</translation>
    </message>
    <message>
        <source>Lets the model write a reasoning block first.</source>
        <translation>Deja que el modelo escriba primero un bloque de razonamiento.</translation>
    </message>
    <message>
        <source>Lets the model write a reasoning block first. Off, its template closes the block at once.</source>
        <translation>Deja que el modelo escriba primero un bloque de razonamiento. Si no, su plantilla lo cierra enseguida.</translation>
    </message>
    <message>
        <source>Longer gradients are shortened to this; 0 turns it off. Try 0.3 after spikes of the loss.</source>
        <translation>Los gradientes más largos se acortan a esto; 0 lo desactiva. Probar 0,3 tras picos de la pérdida.</translation>
    </message>
    <message>
        <source>Longer rows are cut here; memory grows with it.</source>
        <translation>Las filas más largas se cortan aquí; la memoria crece con ello.</translation>
    </message>
    <message>
        <source>Lowers a token&apos;s logit by this much for each time it stands in the penalty window.</source>
        <translation>Baja el logit de un token en esta cantidad por cada vez que está en la ventana de penalización.</translation>
    </message>
    <message>
        <source>Lowers the logit of every token that stands in the penalty window by this much.</source>
        <translation>Baja el logit de cada token de la ventana de penalización en esta cantidad.</translation>
    </message>
    <message>
        <source>Max tokens</source>
        <translation>Máximo de tokens</translation>
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
        <translation>Mirostat: tasa</translation>
    </message>
    <message>
        <source>Mirostat target</source>
        <translation>Mirostat: objetivo</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Only the k likeliest tokens may be chosen; 0 turns it off.</source>
        <translation>Solo se pueden elegir los k tokens más probables; 0 lo desactiva.</translation>
    </message>
    <message>
        <source>Only the likeliest tokens that together reach this probability; 1 turns it off.</source>
        <translation>Solo los tokens más probables que juntos alcanzan esta probabilidad; 1 lo desactiva.</translation>
    </message>
    <message>
        <source>Only tokens at least this fraction as likely as the likeliest; 0 turns it off.</source>
        <translation>Solo tokens al menos esta fracción tan probables como el más probable; 0 lo desactiva.</translation>
    </message>
    <message>
        <source>Only tokens whose surprise is near the expected one, up to this probability; 1 turns it off.</source>
        <translation>Solo tokens cuya sorpresa está cerca de la esperada, hasta esta probabilidad; 1 lo desactiva.</translation>
    </message>
    <message>
        <source>Only tokens within this many standard deviations of the highest logit; 0 turns it off.</source>
        <translation>Solo tokens a estas desviaciones típicas del logit más alto; 0 lo desactiva.</translation>
    </message>
    <message>
        <source>Over the first steps the learning rate grows from zero.</source>
        <translation>En los primeros pasos la tasa de aprendizaje crece desde cero.</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Paciencia</translation>
    </message>
    <message>
        <source>Penalty window</source>
        <translation>Ventana de penalización</translation>
    </message>
    <message>
        <source>Presence penalty</source>
        <translation>Penalización de presencia</translation>
    </message>
    <message>
        <source>Processor threads that make replies. Auto: one for each core.</source>
        <translation>Hilos del procesador para las respuestas. Auto: uno por núcleo.</translation>
    </message>
    <message>
        <source>Pulls the adapter&apos;s weights towards zero.</source>
        <translation>Acerca los pesos del adaptador a cero.</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Al azar</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rango</translation>
    </message>
    <message>
        <source>Reasoning effort</source>
        <translation>Esfuerzo de razonamiento</translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation>Penalización de repetición</translation>
    </message>
    <message>
        <source>Rows at once</source>
        <translation>Filas a la vez</translation>
    </message>
    <message>
        <source>Rows that go through the model together: more is faster on a GPU, and needs more memory.</source>
        <translation>Filas que pasan juntas por el modelo: más es más rápido en una GPU y necesita más memoria.</translation>
    </message>
    <message>
        <source>Saves memory with long conversations. A packed KV cache needs it.</source>
        <translation>Ahorra memoria en conversaciones largas. Una caché KV comprimida lo necesita.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Curva</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>Sequences up to this many tokens may be repeated freely.</source>
        <translation>Las secuencias de hasta tantos tokens se pueden repetir libremente.</translation>
    </message>
    <message>
        <source>Share of the rows</source>
        <translation>Parte de las filas</translation>
    </message>
    <message>
        <source>So many micro-batches make one step; rows at once times this is the effective batch.</source>
        <translation>Tantos microlotes forman un paso; por las filas a la vez da el lote efectivo.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>The adapter&apos;s weight is alpha divided by rank; twice the rank is usual.</source>
        <translation>El peso del adaptador es alfa dividido por el rango; lo usual es el doble del rango.</translation>
    </message>
    <message>
        <source>The punishment grows by this factor with each further token of the repeated sequence.</source>
        <translation>El castigo crece en este factor con cada token más de la secuencia repetida.</translation>
    </message>
    <message>
        <source>The reply is cut after this many tokens.</source>
        <translation>La respuesta se corta tras tantos tokens.</translation>
    </message>
    <message>
        <source>The run ends when the held-out loss has not fallen so many times running; 0: never early.</source>
        <translation>La ejecución termina si la pérdida reservada no ha bajado tantas veces seguidas; 0: nunca antes de tiempo.</translation>
    </message>
    <message>
        <source>The same seed gives the same choices; -1 draws a new one each time.</source>
        <translation>La misma semilla da las mismas elecciones; -1 sortea una nueva cada vez.</translation>
    </message>
    <message>
        <source>The share of the adapter&apos;s inputs that is switched off at random while training.</source>
        <translation>La parte de las entradas del adaptador que se apaga al azar al entrenar.</translation>
    </message>
    <message>
        <source>The share of the rows that is only measured, never trained.</source>
        <translation>La parte de las filas que solo se mide y nunca se entrena.</translation>
    </message>
    <message>
        <source>The surprise to keep, in bits per token.</source>
        <translation>La sorpresa que mantener, en bits por token.</translation>
    </message>
    <message>
        <source>The temperature moves by up to this much with the model&apos;s uncertainty; 0 turns it off.</source>
        <translation>La temperatura se mueve hasta esta cantidad con la incertidumbre del modelo; 0 lo desactiva.</translation>
    </message>
    <message>
        <source>These rows are drawn at random and not trained on.</source>
        <translation>Estas filas se sortean y no se entrenan.</translation>
    </message>
    <message>
        <source>Think before answering</source>
        <translation>Pensar antes de responder</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Hilos</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Top-n-sigma</source>
        <translation>Top-n-sigma</translation>
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
        <translation>Descargar un modelo inactivo tras</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Calentamiento</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Decaimiento de pesos</translation>
    </message>
    <message>
        <source>Which weight matrices are adapted: all linear layers, or only those of one kind.</source>
        <translation>Qué matrices de pesos se adaptan: todas las capas lineales o solo las de un tipo.</translation>
    </message>
    <message>
        <source>Whole context</source>
        <translation>Todo el contexto</translation>
    </message>
    <message>
        <source>XTC probability</source>
        <translation>XTC: probabilidad</translation>
    </message>
    <message>
        <source>XTC removes tokens above this probability, but for the least likely of them; above 0.5 there can be no two such tokens, and nothing is removed.</source>
        <translation>XTC quita los tokens por encima de esta probabilidad, salvo el menos probable de ellos; por encima de 0,5 no puede haber dos así, y no se quita nada.</translation>
    </message>
    <message>
        <source>XTC threshold</source>
        <translation>XTC: umbral</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>bits</translation>
    </message>
    <message>
        <source>evaluations</source>
        <translation>evaluaciones</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutos</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>pasos</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>tokens</translation>
    </message>
</context>
<context>
    <name>FieldsForm</name>
    <message>
        <source>Advanced</source>
        <translation>Avanzado</translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Columnas…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>{0}, version {1}</source>
        <translation>{0}, versión {1}</translation>
    </message>
    <message>
        <source>{usable} of {rows} rows usable</source>
        <translation>{usable} de {rows} filas utilizables</translation>
    </message>
    <message>
        <source>{n} things to look at</source>
        <translation>{n} cosas que mirar</translation>
    </message>
    <message>
        <source>1 thing to look at</source>
        <translation>1 cosa que mirar</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Leído como</translation>
    </message>
    <message>
        <source>Read as {0} · {1}</source>
        <translation>Leído como {0} · {1}</translation>
    </message>
</context>
<context>
    <name>FileValue</name>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Choose a file for {0}</source>
        <translation>Elegir un archivo para {0}</translation>
    </message>
    <message>
        <source>Leave {0} empty</source>
        <translation>Dejar {0} vacío</translation>
    </message>
    <message>
        <source>{0} characters: {1}</source>
        <translation>{0} caracteres: {1}</translation>
    </message>
    <message>
        <source>Text for {0}</source>
        <translation>Texto para {0}</translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>Rows that contain…</source>
        <translation>Filas que contienen…</translation>
    </message>
    <message>
        <source>Rows that contain</source>
        <translation>Filas que contienen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>Mostrar todas las filas</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Todas las filas</translation>
    </message>
    <message>
        <source>Any language</source>
        <translation>Cualquier idioma</translation>
    </message>
    <message>
        <source>Any label</source>
        <translation>Cualquier etiqueta</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>No row matches</source>
        <translation>Ninguna fila coincide</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 fila</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>{0} filas</translation>
    </message>
    <message>
        <source>Looked at {0} of {1}…</source>
        <translation>Examinadas {0} de {1}…</translation>
    </message>
    <message>
        <source>Search names, notes, models</source>
        <translation>Buscar nombres, notas, modelos</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation>Buscar ejecuciones</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Cualquier estado</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>Modelo base</translation>
    </message>
    <message>
        <source>Any base model</source>
        <translation>Cualquier modelo base</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Conjunto de datos</translation>
    </message>
    <message>
        <source>Any data set</source>
        <translation>Cualquier conjunto de datos</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Any method</source>
        <translation>Cualquier método</translation>
    </message>
    <message>
        <source>Show or hide the other filters</source>
        <translation>Mostrar u ocultar los demás filtros</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todas</translation>
    </message>
    <message>
        <source>Show all runs</source>
        <translation>Mostrar todas las ejecuciones</translation>
    </message>
</context>
<context>
    <name>FilterSheet</name>
    <message>
        <source>any</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>Contains</source>
        <translation>Contiene</translation>
    </message>
    <message>
        <source>Does not contain</source>
        <translation>No contiene</translation>
    </message>
    <message>
        <source>Matches the pattern</source>
        <translation>Cumple el patrón</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Expresión regular</translation>
    </message>
    <message>
        <source>At least so many characters</source>
        <translation>Como mínimo estos caracteres</translation>
    </message>
    <message>
        <source>At most so many characters</source>
        <translation>Como máximo estos caracteres</translation>
    </message>
    <message>
        <source>At least so many turns</source>
        <translation>Como mínimo estos turnos</translation>
    </message>
    <message>
        <source>At most so many turns</source>
        <translation>Como máximo estos turnos</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Cualquiera</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>No column</source>
        <translation>Ninguna columna</translation>
    </message>
    <message>
        <source>Value of the column</source>
        <translation>Valor de la columna</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Keep these rows</source>
        <translation>Conservar estas filas</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>Qué dice</translation>
    </message>
    <message>
        <source>How long it is</source>
        <translation>Qué longitud tiene</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Caracteres</translation>
    </message>
    <message>
        <source>to</source>
        <translation>a</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Turnos</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Qué es</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Say which rows are to stay; all that you fill in must hold.</source>
        <translation>Indicar qué filas deben quedar; tiene que cumplirse todo lo que se rellene.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Contando…</translation>
    </message>
    <message>
        <source>{0} of {1} rows stay.</source>
        <translation>Quedan {0} de {1} filas.</translation>
    </message>
    <message>
        <source>{0} of the first {1} rows would stay.</source>
        <translation>Quedarían {0} de las primeras {1} filas.</translation>
    </message>
    <message>
        <source>{0} filtered</source>
        <translation>Filtrado: {0}</translation>
    </message>
</context>
<context>
    <name>FirstRow</name>
    <message>
        <source>Row {0}</source>
        <translation>Fila {0}</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>omitida</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>{0} more turns</source>
        <translation>{0} turnos más</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Juicio</translation>
    </message>
    <message>
        <source>good</source>
        <translation>buena</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>mala</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Herramienta</translation>
    </message>
</context>
<context>
    <name>FitWords</name>
    <message>
        <source>Does not fit: needs about {0}, and {1} are free</source>
        <translation>No cabe: necesita unos {0} y hay {1} libres</translation>
    </message>
    <message>
        <source>Does not fit as set: needs about {0}, and {1} are free. {2} would</source>
        <translation>Así no cabe: necesita unos {0} y hay {1} libres. {2} sí cabría</translation>
    </message>
    <message>
        <source>A window of {0} tokens with a KV cache in {1}</source>
        <translation>Una ventana de {0} tokens con una caché KV en {1}</translation>
    </message>
    <message>
        <source>A window of {0} tokens</source>
        <translation>Una ventana de {0} tokens</translation>
    </message>
    <message>
        <source>Needs about {0} of the GPU with a window of {1} tokens; {2} free there</source>
        <translation>Necesita unos {0} de la GPU con una ventana de {1} tokens; {2} libres allí</translation>
    </message>
    <message>
        <source> ({0} of {1} layers fit)</source>
        <translation> (caben {0} de {1} capas)</translation>
    </message>
    <message>
        <source>Needs about {0} with a window of {1} tokens; {2} free</source>
        <translation>Necesita unos {0} con una ventana de {1} tokens; {2} libres</translation>
    </message>
</context>
<context>
    <name>FoldedBlock</name>
    <message>
        <source>Open. Press Enter to fold it.</source>
        <translation>Abierto. Intro lo pliega.</translation>
    </message>
    <message>
        <source>Folded. Press Enter to open.</source>
        <translation>Plegado. Intro lo abre.</translation>
    </message>
</context>
<context>
    <name>FolderGroup</name>
    <message>
        <source>Files of a folder</source>
        <translation>Archivos de una carpeta</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Elegir una carpeta…</translation>
    </message>
    <message>
        <source>Take the folder back</source>
        <translation>Retirar la carpeta</translation>
    </message>
    <message>
        <source>The model may read text files in this folder and below it, and nothing else: no hidden files, no links to other places. It can change nothing.</source>
        <translation>El modelo puede leer archivos de texto en esta carpeta y las que contiene, y nada más: ni archivos ocultos ni enlaces a otros lugares. No puede cambiar nada.</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>Elegir otra…</translation>
    </message>
    <message>
        <source>Folder that the model may read</source>
        <translation>Carpeta que el modelo puede leer</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Form of the reply</source>
        <translation>Forma de la respuesta</translation>
    </message>
    <message>
        <source>Only what matches can be said: every token is chosen among those that may come.</source>
        <translation>Solo se puede decir lo que encaja: cada token se elige entre los que pueden venir.</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Esquema</translation>
    </message>
    <message>
        <source>Grammar</source>
        <translation>Gramática</translation>
    </message>
    <message>
        <source>Begin with an example</source>
        <translation>Empezar con un ejemplo</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>Esquema JSON</translation>
    </message>
    <message>
        <source>Grammar in GBNF</source>
        <translation>Gramática en GBNF</translation>
    </message>
    <message>
        <source>This can be used.</source>
        <translation>Esto se puede usar.</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Chat messages (role, content)</source>
        <translation>Mensajes de chat (role, content)</translation>
    </message>
    <message>
        <source>Chosen reply</source>
        <translation>Respuesta elegida</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Conversations (from, value; ShareGPT)</source>
        <translation>Conversaciones (from, value; ShareGPT)</translation>
    </message>
    <message>
        <source>Earlier questions and answers</source>
        <translation>Preguntas y respuestas anteriores</translation>
    </message>
    <message>
        <source>Further input</source>
        <translation>Entrada adicional</translation>
    </message>
    <message>
        <source>Good or not</source>
        <translation>Buena o no</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>Instrucción</translation>
    </message>
    <message>
        <source>Instruction, input, output (Alpaca)</source>
        <translation>Instrucción, entrada, salida (Alpaca)</translation>
    </message>
    <message>
        <source>Judged replies (KTO)</source>
        <translation>Respuestas juzgadas (KTO)</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Texto sin formato</translation>
    </message>
    <message>
        <source>Preferences (chosen and rejected)</source>
        <translation>Preferencias (elegida y rechazada)</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Rejected reply</source>
        <translation>Respuesta rechazada</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Prompt de sistema</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Text and label (classification)</source>
        <translation>Texto y etiqueta (clasificación)</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>Prompt and reply</source>
        <translation>Prompt y respuesta</translation>
    </message>
</context>
<context>
    <name>HeldOutCard</name>
    <message>
        <source>Held-out rows</source>
        <translation>Filas reservadas</translation>
    </message>
    <message>
        <source>Set rows apart</source>
        <translation>Reservar filas</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>De un archivo</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Rows the model never learns from. Their loss tells learning from memorising.</source>
        <translation>Filas de las que el modelo nunca aprende. Su pérdida distingue aprender de memorizar.</translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation>Aún no hay archivo</translation>
    </message>
</context>
<context>
    <name>HelpCard</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Hacer el recorrido</translation>
    </message>
    <message>
        <source>The tour takes two minutes with the demo model. Shortcuts can be changed.</source>
        <translation>El recorrido dura dos minutos con el modelo de demostración. Los atajos se pueden cambiar.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
</context>
<context>
    <name>HelpMark</name>
    <message>
        <source>About {0}</source>
        <translation>Acerca de {0}</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>History of the prompt</source>
        <translation>Historial del prompt</translation>
    </message>
    <message>
        <source>Close the history</source>
        <translation>Cerrar el historial</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Not saved yet. Every save becomes a version here.</source>
        <translation>Aún sin guardar. Cada vez que se guarda, aquí aparece una versión.</translation>
    </message>
    <message>
        <source>This comes with Hone. A copy of your own has versions.</source>
        <translation>Este prompt viene con Hone. Una copia propia tiene versiones.</translation>
    </message>
    <message>
        <source>Used in</source>
        <translation>Usado en</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>Versión {0}</translation>
    </message>
    <message>
        <source>latest</source>
        <translation>última</translation>
    </message>
    <message>
        <source>replies: {0}</source>
        <translation>respuestas: {0}</translation>
    </message>
    <message>
        <source>liked {0}, disliked {1}</source>
        <translation>bien {0}, mal {1}</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>en uso</translation>
    </message>
</context>
<context>
    <name>ImportSheet</name>
    <message>
        <source>Import of {0}</source>
        <translation>Importación de {0}</translation>
    </message>
    <message>
        <source>What did not come in</source>
        <translation>Lo que no entró</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>Deshacer la importación</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation>Importar conversaciones</translation>
    </message>
    <message>
        <source>Reading {0}</source>
        <translation>Leyendo {0}</translation>
    </message>
    <message>
        <source>{0} conversations</source>
        <translation>{0} conversaciones</translation>
    </message>
    <message>
        <source>{0} conversations with {1} messages came in ({2}).</source>
        <translation>Entraron {0} conversaciones con {1} mensajes ({2}).</translation>
    </message>
    <message>
        <source>You stopped the import; the rest of the file was not read.</source>
        <translation>La importación se detuvo; el resto del archivo no se leyó.</translation>
    </message>
    <message>
        <source>{0} were here already.</source>
        <translation>{0} ya estaban aquí.</translation>
    </message>
    <message>
        <source>Left out of messages: {0}.</source>
        <translation>Omitido de los mensajes: {0}.</translation>
    </message>
    <message>
        <source>{0} entries could not be read:</source>
        <translation>No se pudieron leer {0} entradas:</translation>
    </message>
</context>
<context>
    <name>InTrash</name>
    <message>
        <source>It lies in the trash. Its versions are kept for now, and your own file was never touched.</source>
        <translation>Está en la papelera. De momento se conservan sus versiones, y el archivo original nunca se ha tocado.</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Restaurar</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>System prompt</source>
        <translation>Prompt de sistema</translation>
    </message>
    <message>
        <source>For example: Answer in two sentences.</source>
        <translation>Por ejemplo: Responde en dos frases.</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Preajuste</translation>
    </message>
    <message>
        <source>Precise</source>
        <translation>Preciso</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Equilibrado</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>Creativo</translation>
    </message>
    <message>
        <source>Reset sampling</source>
        <translation>Restablecer el muestreo</translation>
    </message>
    <message>
        <source>Said to the model before the conversation, and kept with it.</source>
        <translation>Se dice al modelo antes de la conversación y se guarda con ella.</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Muestreo</translation>
    </message>
</context>
<context>
    <name>Instructions</name>
    <message>
        <source>Instruction: {0}</source>
        <translation>Instrucción: {0}</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Reset the instruction: {0}</source>
        <translation>Restablecer la instrucción: {0}</translation>
    </message>
    <message>
        <source>Filled in: {0}</source>
        <translation>Se rellena: {0}</translation>
    </message>
</context>
<context>
    <name>JsonPart</name>
    <message>
        <source>Not taken yet: line {0}, column {1}: {2}.</source>
        <translation>Aún sin aplicar: línea {0}, columna {1}: {2}.</translation>
    </message>
    <message>
        <source>Not taken yet: this is nested too deeply.</source>
        <translation>Aún sin aplicar: el anidamiento es demasiado profundo.</translation>
    </message>
</context>
<context>
    <name>JudgeBar</name>
    <message>
        <source>The round before</source>
        <translation>La ronda anterior</translation>
    </message>
    <message>
        <source>The round after</source>
        <translation>La ronda siguiente</translation>
    </message>
    <message>
        <source>Regenerate this round in all columns</source>
        <translation>Regenerar esta ronda en todas las columnas</translation>
    </message>
    <message>
        <source>Better:</source>
        <translation>Mejor:</translation>
    </message>
    <message>
        <source>Show the names</source>
        <translation>Mostrar los nombres</translation>
    </message>
    <message>
        <source>{0} is the better reply</source>
        <translation>{0} es la mejor respuesta</translation>
    </message>
    <message>
        <source>Tie</source>
        <translation>Empate</translation>
    </message>
    <message>
        <source>The replies are equally good</source>
        <translation>Las respuestas son igual de buenas</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>No reply is good enough</source>
        <translation>Ninguna respuesta es suficientemente buena</translation>
    </message>
    <message>
        <source>Round {0} of {1}</source>
        <translation>Ronda {0} de {1}</translation>
    </message>
    <message>
        <source>Judge when they end:</source>
        <translation>Juzgar cuando terminen:</translation>
    </message>
</context>
<context>
    <name>Judging</name>
    <message>
        <source>Tally: {0}</source>
        <translation>Recuento: {0}</translation>
    </message>
    <message>
        <source>You picked {0}: {1}</source>
        <translation>Elegida: {0}: {1}</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>Press the new keys…</source>
        <translation>Pulsar las teclas nuevas…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>Keys of {0}: {1}</source>
        <translation>Teclas de {0}: {1}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Arabic</source>
        <translation>Árabe</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chino</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>Checo</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>Danés</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Neerlandés</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Inglés</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>Finés</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Francés</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Alemán</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Griego</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebreo</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>Hindi</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Húngaro</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>Indonesio</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italiano</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japonés</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Coreano</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>Latín</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>Persa</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polaco</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugués</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>Rumano</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Ruso</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>Sueco</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Turco</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Ucraniano</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Vietnamita</translation>
    </message>
</context>
<context>
    <name>LearnedPane</name>
    <message>
        <source>Reply</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Elegido</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Entrenado</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Solo leído</translation>
    </message>
    <message>
        <source>Special tokens are pills</source>
        <translation>Los tokens especiales van enmarcados</translation>
    </message>
    <message>
        <source>No model that can be trained is there to read this row.</source>
        <translation>No hay ningún modelo entrenable que lea esta fila.</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Elegir un modelo</translation>
    </message>
    <message>
        <source>This row is left out of training.</source>
        <translation>Esta fila se omite en el entrenamiento.</translation>
    </message>
    <message>
        <source>Its end is trained: the model learns where to stop.</source>
        <translation>Su final se entrena: el modelo aprende dónde parar.</translation>
    </message>
    <message>
        <source>End trained</source>
        <translation>Final entrenado</translation>
    </message>
    <message>
        <source>Its end is not trained: replies may never end.</source>
        <translation>Su final no se entrena: las respuestas quizá no terminen nunca.</translation>
    </message>
    <message>
        <source>The template writes the same beginning with and without the reply.</source>
        <translation>La plantilla escribe el mismo comienzo con la respuesta y sin ella.</translation>
    </message>
    <message>
        <source>Same beginning</source>
        <translation>Mismo comienzo</translation>
    </message>
    <message>
        <source>The template writes the beginning differently once the reply follows: what is trained is not quite what is asked later.</source>
        <translation>La plantilla escribe el comienzo de otro modo cuando sigue la respuesta: lo que se entrena no es del todo lo que se pregunta después.</translation>
    </message>
    <message>
        <source>Nothing of this row is trained, so it teaches nothing.</source>
        <translation>Nada de esta fila se entrena, así que no enseña nada.</translation>
    </message>
    <message>
        <source>{0} of {1} tokens are trained.</source>
        <translation>Se entrenan {0} de {1} tokens.</translation>
    </message>
    <message>
        <source>{0} of {1} trained</source>
        <translation>{0} de {1} entrenados</translation>
    </message>
    <message>
        <source>It is cut at the context length: {0} of {1} tokens are lost.</source>
        <translation>Se corta a la longitud de contexto: se pierden {0} de {1} tokens.</translation>
    </message>
    <message>
        <source>It fits into the context length of {0} tokens.</source>
        <translation>Cabe en la longitud de contexto de {0} tokens.</translation>
    </message>
    <message>
        <source>Not cut</source>
        <translation>Sin cortar</translation>
    </message>
    <message>
        <source>A model drafted this row: {0}.</source>
        <translation>Un modelo redactó esta fila: {0}.</translation>
    </message>
    <message>
        <source>not told which</source>
        <translation>no se indica cuál</translation>
    </message>
    <message>
        <source>Synthetic</source>
        <translation>Sintética</translation>
    </message>
</context>
<context>
    <name>LeftOutBadge</name>
    <message>
        <source>1 earlier message left out</source>
        <translation>1 mensaje anterior omitido</translation>
    </message>
    <message>
        <source>1 earlier message was left out of this reply: it did not fit the window.</source>
        <translation>1 mensaje anterior quedó fuera de esta respuesta: no cabía en la ventana.</translation>
    </message>
    <message>
        <source>{0} earlier messages left out</source>
        <translation>{0} mensajes anteriores omitidos</translation>
    </message>
    <message>
        <source>{0} earlier messages were left out of this reply: they did not fit the window.</source>
        <translation>{0} mensajes anteriores quedaron fuera de esta respuesta: no cabían en la ventana.</translation>
    </message>
</context>
<context>
    <name>LegendButton</name>
    <message>
        <source>Show where it stands</source>
        <translation>Mostrar dónde está</translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation>{0} tokens</translation>
    </message>
    <message>
        <source>{0} characters</source>
        <translation>{0} caracteres</translation>
    </message>
</context>
<context>
    <name>LengthHistogram</name>
    <message>
        <source>Row lengths in tokens</source>
        <translation>Longitud de las filas en tokens</translation>
    </message>
    <message>
        <source>{rows} rows, median {median} tokens, longest {longest}, {cut} longer than {limit}</source>
        <translation>{rows} filas, mediana {median} tokens, la mayor {longest}, {cut} de más de {limit}</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>{count} tokens</translation>
    </message>
    <message>
        <source>context length {count}</source>
        <translation>longitud de contexto {count}</translation>
    </message>
</context>
<context>
    <name>LengthsCard</name>
    <message>
        <source>Context length</source>
        <translation>Longitud de contexto</translation>
    </message>
    <message>
        <source>Counting tokens</source>
        <translation>Contando tokens</translation>
    </message>
    <message>
        <source>Show the first of them</source>
        <translation>Mostrar la primera</translation>
    </message>
    <message>
        <source>Split them so that they fit</source>
        <translation>Dividirlas para que quepan</translation>
    </message>
    <message>
        <source>Row lengths</source>
        <translation>Longitud de las filas</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>Quitar {0}</translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation>{0} tokens</translation>
    </message>
    <message>
        <source>the most that the model takes</source>
        <translation>lo máximo que admite el modelo</translation>
    </message>
    <message>
        <source>Half of the rows have up to {0} tokens, the longest {1}.</source>
        <translation>La mitad de las filas tiene hasta {0} tokens; la más larga, {1}.</translation>
    </message>
    <message>
        <source>Counting tokens…</source>
        <translation>Contando tokens…</translation>
    </message>
    <message>
        <source>No model that can be trained is there yet: add one on the page Models.</source>
        <translation>Aún no hay ningún modelo entrenable: se añade en la página «Modelos».</translation>
    </message>
    <message>
        <source>Known once the rows were looked at.</source>
        <translation>Se sabrá cuando se hayan examinado las filas.</translation>
    </message>
    <message>
        <source>Not counted.</source>
        <translation>Sin contar.</translation>
    </message>
    <message>
        <source>{0} longer than {1} tokens and would be cut.</source>
        <translation>{0} los {1} tokens; el exceso se cortaría.</translation>
    </message>
    <message>
        <source>Rows that lose the end of a reply, so that the model learns to break off: {0}.</source>
        <translation>Filas que pierden el final de una respuesta, con lo que el modelo aprende a interrumpirse: {0}.</translation>
    </message>
    <message>
        <source>Rows that lose every reply and teach nothing: {0}.</source>
        <translation>Filas que pierden todas las respuestas y no enseñan nada: {0}.</translation>
    </message>
    <message>
        <source>1 row is</source>
        <translation>1 fila supera</translation>
    </message>
    <message>
        <source>{0} rows are</source>
        <translation>{0} filas superan</translation>
    </message>
    <message>
        <source>{0} removed</source>
        <translation>Quitado: {0}</translation>
    </message>
    <message>
        <source>Long texts are split into rows of at most {0} tokens</source>
        <translation>Los textos largos se dividen en filas de {0} tokens como máximo</translation>
    </message>
    <message>
        <source>{tokens} tokens, {trained} of them trained; half of the rows are shorter than {median}.</source>
        <translation>{tokens} tokens, {trained} de ellos entrenados; la mitad de las filas tiene menos de {median}.</translation>
    </message>
    <message>
        <source>Rows cut at the context length: {n}.</source>
        <translation>Filas cortadas a la longitud de contexto: {n}.</translation>
    </message>
</context>
<context>
    <name>LibraryDesk</name>
    <message>
        <source>Adding {0}</source>
        <translation>Añadiendo {0}</translation>
    </message>
    <message>
        <source>Making a new version of {0}</source>
        <translation>Creando una versión nueva de {0}</translation>
    </message>
    <message>
        <source>Taking in new rows</source>
        <translation>Incorporando filas nuevas</translation>
    </message>
    <message>
        <source>Writing {0}</source>
        <translation>Escribiendo {0}</translation>
    </message>
</context>
<context>
    <name>LinkPopover</name>
    <message>
        <source>It was written by a model or a file, not by Hone.</source>
        <translation>Lo escribió un modelo o un archivo, no Hone.</translation>
    </message>
    <message>
        <source>Only web and mail addresses can be opened.</source>
        <translation>Solo se pueden abrir direcciones web y de correo.</translation>
    </message>
    <message>
        <source>Open this link in your browser?</source>
        <translation>¿Abrir este enlace en el navegador?</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copiar la dirección</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>LossChart</name>
    <message>
        <source>Loss chart</source>
        <translation>Gráfico de la pérdida</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entrenamiento</translation>
    </message>
    <message>
        <source>Held-out</source>
        <translation>Reservadas</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>Modelo base</translation>
    </message>
    <message>
        <source>Fit to view</source>
        <translation>Ajustar a la vista</translation>
    </message>
    <message>
        <source>The curve begins with the first step.</source>
        <translation>La curva empieza con el primer paso.</translation>
    </message>
    <message>
        <source>No step yet.</source>
        <translation>Aún no hay pasos.</translation>
    </message>
    <message>
        <source>Step {step}: training loss {loss}.</source>
        <translation>Paso {step}: pérdida de entrenamiento {loss}.</translation>
    </message>
    <message>
        <source>Best held-out loss {loss}.</source>
        <translation>Mejor pérdida reservada {loss}.</translation>
    </message>
    <message>
        <source>Step {step}</source>
        <translation>Paso {step}</translation>
    </message>
</context>
<context>
    <name>MappingChoices</name>
    <message>
        <source>Split or sheet</source>
        <translation>Partición u hoja</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Primera</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Estructura</translation>
    </message>
    <message>
        <source>Choose a shape</source>
        <translation>Elegir una estructura</translation>
    </message>
    <message>
        <source>What the rows are</source>
        <translation>Qué son las filas</translation>
    </message>
    <message>
        <source>Which column holds what</source>
        <translation>Qué contiene cada columna</translation>
    </message>
    <message>
        <source>Looking at the columns…</source>
        <translation>Examinando las columnas…</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>Encajan</translation>
    </message>
    <message>
        <source>Other shapes</source>
        <translation>Otras estructuras</translation>
    </message>
    <message>
        <source>These columns fit no shape by themselves. Choose what the rows are, then say which column holds what.</source>
        <translation>Estas columnas no encajan por sí solas en ninguna estructura. Hay que elegir qué son las filas y después indicar qué contiene cada columna.</translation>
    </message>
    <message>
        <source>It looks like {0} ({1}, {2}).</source>
        <translation>Parece {0} ({1}, {2}).</translation>
    </message>
    <message>
        <source>It can also be read as {0}.</source>
        <translation>También se puede leer como {0}.</translation>
    </message>
    <message>
        <source>Kept with each row, but not learned: {0}</source>
        <translation>Se conserva con cada fila, pero no se aprende: {0}</translation>
    </message>
</context>
<context>
    <name>MappingSheet</name>
    <message>
        <source>Do not add the file</source>
        <translation>No añadir el archivo</translation>
    </message>
    <message>
        <source>What does {0} hold?</source>
        <translation>¿Qué contiene {0}?</translation>
    </message>
</context>
<context>
    <name>MappingView</name>
    <message>
        <source>Keep this reading</source>
        <translation>Conservar esta lectura</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Como estaba</translation>
    </message>
    <message>
        <source>The first rows, read so</source>
        <translation>Las primeras filas, leídas así</translation>
    </message>
    <message>
        <source>What is learned of the row</source>
        <translation>Qué se aprende de la fila</translation>
    </message>
    <message>
        <source>Reading the first rows…</source>
        <translation>Leyendo las primeras filas…</translation>
    </message>
    <message>
        <source>Choose a shape to see the rows.</source>
        <translation>Elegir una estructura para ver las filas.</translation>
    </message>
    <message>
        <source>The first {0} rows can be read so.</source>
        <translation>Las primeras {0} filas se pueden leer así.</translation>
    </message>
    <message>
        <source>Of the first {0} rows {1} can be read so.</source>
        <translation>De las primeras {0} filas, {1} se pueden leer así.</translation>
    </message>
    <message>
        <source>This is the reading in use.</source>
        <translation>Esta es la lectura en uso.</translation>
    </message>
</context>
<context>
    <name>Measurement</name>
    <message>
        <source>Running a few real steps</source>
        <translation>Ejecutando unos pasos reales</translation>
    </message>
</context>
<context>
    <name>MemoryCard</name>
    <message>
        <source>Reckoning…</source>
        <translation>Calculando…</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>No change of the settings makes it fit here. Choose a smaller model.</source>
        <translation>Ningún cambio de los ajustes hace que quepa aquí. Conviene elegir un modelo más pequeño.</translation>
    </message>
    <message>
        <source>What would make it fit</source>
        <translation>Qué haría que cupiera</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>Apply: {label}</source>
        <translation>Aplicar: {label}</translation>
    </message>
    <message>
        <source>then {size}</source>
        <translation>entonces {size}</translation>
    </message>
</context>
<context>
    <name>MemoryParts</name>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>Adaptador</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>Gradientes</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Optimizador</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Activaciones</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Pérdida</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Proceso</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Puntos de control</translation>
    </message>
</context>
<context>
    <name>MessageActions</name>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Let the model go on where the reply ended</source>
        <translation>Dejar que el modelo siga donde terminó la respuesta</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Copiar el mensaje</translation>
    </message>
    <message>
        <source>Regenerate reply</source>
        <translation>Regenerar la respuesta</translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation>Editar el mensaje</translation>
    </message>
    <message>
        <source>Details of the reply</source>
        <translation>Detalles de la respuesta</translation>
    </message>
    <message>
        <source>More that can be done with the message</source>
        <translation>Más acciones para el mensaje</translation>
    </message>
    <message>
        <source>Good reply</source>
        <translation>Buena respuesta</translation>
    </message>
    <message>
        <source>Bad reply</source>
        <translation>Mala respuesta</translation>
    </message>
    <message>
        <source>{0} (press again to take it back)</source>
        <translation>{0} (pulsar otra vez lo retira)</translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation>{0} tokens</translation>
    </message>
    <message>
        <source>{0} tokens/s</source>
        <translation>{0} tokens/s</translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation>semilla {0}</translation>
    </message>
</context>
<context>
    <name>MessageBanner</name>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar los detalles</translation>
    </message>
</context>
<context>
    <name>MessageCommands</name>
    <message>
        <source>Correct this reply…</source>
        <translation>Corregir esta respuesta…</translation>
    </message>
    <message>
        <source>This one is better</source>
        <translation>Esta es mejor</translation>
    </message>
    <message>
        <source>Add to data set…</source>
        <translation>Añadir a un conjunto de datos…</translation>
    </message>
    <message>
        <source>Continue the reply</source>
        <translation>Continuar la respuesta</translation>
    </message>
    <message>
        <source>Compare from here</source>
        <translation>Comparar desde aquí</translation>
    </message>
    <message>
        <source>Show tokens</source>
        <translation>Mostrar los tokens</translation>
    </message>
    <message>
        <source>Use as example</source>
        <translation>Usar como ejemplo</translation>
    </message>
    <message>
        <source>Added to the examples</source>
        <translation>Añadido a los ejemplos</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>MessageFoot</name>
    <message>
        <source>Attached</source>
        <translation>Adjunto</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>The tools have answered: let the model reply to them</source>
        <translation>Las herramientas han respondido: dejar que el modelo les responda</translation>
    </message>
    <message>
        <source>Valid JSON</source>
        <translation>JSON válido</translation>
    </message>
    <message>
        <source>Not JSON</source>
        <translation>No es JSON</translation>
    </message>
    <message>
        <source>Valid JSON for the schema</source>
        <translation>JSON válido según el esquema</translation>
    </message>
    <message>
        <source>Does not match the schema</source>
        <translation>No cumple el esquema</translation>
    </message>
</context>
<context>
    <name>MessageHead</name>
    <message>
        <source>Edited</source>
        <translation>Editada</translation>
    </message>
    <message>
        <source>You changed this reply. The model&apos;s own words are a branch beside it.</source>
        <translation>Esta respuesta se cambió. Las palabras del modelo son una rama a su lado.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenida</translation>
    </message>
    <message>
        <source>You stopped this reply.</source>
        <translation>Esta respuesta se detuvo.</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Cortada</translation>
    </message>
    <message>
        <source>The reply reached its longest length or the end of the context.</source>
        <translation>La respuesta alcanzó su mayor longitud o el final del contexto.</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Interrumpida</translation>
    </message>
    <message>
        <source>The program or the engine ended while this reply was made.</source>
        <translation>El programa o el motor terminó mientras se generaba esta respuesta.</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>You</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Asistente</translation>
    </message>
    <message>
        <source>Preparing the reply</source>
        <translation>Preparando la respuesta</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Pensando</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
</context>
<context>
    <name>MessageWalk</name>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Previous message</source>
        <translation>Mensaje anterior</translation>
    </message>
    <message>
        <source>Next message</source>
        <translation>Mensaje siguiente</translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation>Versión anterior</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Versión siguiente</translation>
    </message>
    <message>
        <source>Branches…</source>
        <translation>Ramas…</translation>
    </message>
    <message>
        <source>Continue the reply</source>
        <translation>Continuar la respuesta</translation>
    </message>
    <message>
        <source>Edit the message</source>
        <translation>Editar el mensaje</translation>
    </message>
    <message>
        <source>Regenerate the reply</source>
        <translation>Regenerar la respuesta</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Copiar el mensaje</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Respuesta</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>Kept for the reply: half of the window, as it may have {0}</source>
        <translation>Reservado para la respuesta: la mitad de la ventana, pues puede tener {0}</translation>
    </message>
    <message>
        <source>Kept for the reply: its longest length</source>
        <translation>Reservado para la respuesta: su mayor longitud</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>Too much</source>
        <translation>Demasiado</translation>
    </message>
    <message>
        <source>Next to go: the oldest message.</source>
        <translation>Lo próximo en salir: el mensaje más antiguo.</translation>
    </message>
    <message>
        <source>Next to go: the {0} oldest messages.</source>
        <translation>Lo próximo en salir: los {0} mensajes más antiguos.</translation>
    </message>
    <message>
        <source>The oldest message will be left out; the rest is kept.</source>
        <translation>El mensaje más antiguo se omitirá; el resto se conserva.</translation>
    </message>
    <message>
        <source>The {0} oldest messages will be left out; the rest is kept.</source>
        <translation>Los {0} mensajes más antiguos se omitirán; el resto se conserva.</translation>
    </message>
</context>
<context>
    <name>MeterPopover</name>
    <message>
        <source>What the window holds</source>
        <translation>Qué contiene la ventana</translation>
    </message>
    <message>
        <source>When it is full</source>
        <translation>Cuando está llena</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Drop oldest</source>
        <translation>Quitar lo antiguo</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>Deslizar</translation>
    </message>
    <message>
        <source>Nothing is left out: a message that does not fit is not answered.</source>
        <translation>No se omite nada: un mensaje que no cabe no se responde.</translation>
    </message>
    <message>
        <source>The oldest messages are left out, as few as possible. The system prompt and the examples stay.</source>
        <translation>Se omiten los mensajes más antiguos, los menos posibles. El prompt de sistema y los ejemplos se quedan.</translation>
    </message>
    <message>
        <source>The oldest messages are left out until half of the room is free, so that the model reads the conversation anew less often. The system prompt and the examples stay.</source>
        <translation>Se omiten los mensajes más antiguos hasta liberar la mitad del espacio, para que el modelo relea la conversación menos veces. El prompt de sistema y los ejemplos se quedan.</translation>
    </message>
</context>
<context>
    <name>MethodCard</name>
    <message>
        <source>Recommended</source>
        <translation>Recomendado</translation>
    </message>
</context>
<context>
    <name>MethodStep</name>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>The settings are recommended for this model and these rows; each says why.</source>
        <translation>Los ajustes se recomiendan para este modelo y estas filas; cada uno dice por qué.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Simple</source>
        <translation>Sencillo</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avanzado</translation>
    </message>
    <message>
        <source>Reset to recommended</source>
        <translation>Restablecer lo recomendado</translation>
    </message>
    <message>
        <source>The adapter</source>
        <translation>El adaptador</translation>
    </message>
    <message>
        <source>The training</source>
        <translation>El entrenamiento</translation>
    </message>
</context>
<context>
    <name>Methods</name>
    <message>
        <source>LoRA (16 or 32 bits)</source>
        <translation>LoRA (16 o 32 bits)</translation>
    </message>
    <message>
        <source>QLoRA (4 bits)</source>
        <translation>QLoRA (4 bits)</translation>
    </message>
    <message>
        <source>The right choice nearly always: a quarter of the memory, and the same results as 16 bits in the paper&apos;s measurements (53.1 against 53.0 on MMLU).</source>
        <translation>Casi siempre la elección correcta: un cuarto de la memoria y los mismos resultados que con 16 bits en las mediciones del artículo (53,1 frente a 53,0 en MMLU).</translation>
    </message>
    <message>
        <source>Trains a small adapter; the model itself is held in 4 bits (NF4) and not changed.</source>
        <translation>Entrena un adaptador pequeño; el modelo se mantiene en 4 bits (NF4) y no cambia.</translation>
    </message>
    <message>
        <source>Trains a small adapter; the model itself is held in its full precision and not changed.</source>
        <translation>Entrena un adaptador pequeño; el modelo se mantiene en plena precisión y no cambia.</translation>
    </message>
    <message>
        <source>When memory is plentiful: each step is a little faster than QLoRA&apos;s, and nothing is rounded. For small models (below about a billion parameters) there is little to save by quantising.</source>
        <translation>Cuando sobra memoria: cada paso es algo más rápido que con QLoRA y no se redondea nada. En modelos pequeños (menos de mil millones de parámetros) se ahorra poco al cuantizar.</translation>
    </message>
</context>
<context>
    <name>MixLine</name>
    <message>
        <source>Take {0} into the mix</source>
        <translation>Incluir {0} en la mezcla</translation>
    </message>
    <message>
        <source>Weight of {0}</source>
        <translation>Peso de {0}</translation>
    </message>
</context>
<context>
    <name>MixSheet</name>
    <message>
        <source>Mix</source>
        <translation>Mezcla</translation>
    </message>
    <message>
        <source>Name of the mix</source>
        <translation>Nombre de la mezcla</translation>
    </message>
    <message>
        <source>Rows of the mix</source>
        <translation>Filas de la mezcla</translation>
    </message>
    <message>
        <source>until one is used up</source>
        <translation>hasta agotar uno</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>Make the mix</source>
        <translation>Crear la mezcla</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Rows are drawn by weight and shuffled; no row is taken twice.</source>
        <translation>Las filas se sortean según el peso y se barajan; ninguna se toma dos veces.</translation>
    </message>
    <message>
        <source>Mix data sets</source>
        <translation>Mezclar conjuntos de datos</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Choose at least two data sets.</source>
        <translation>Elegir al menos dos conjuntos de datos.</translation>
    </message>
    <message>
        <source>Only data sets of one kind mix: conversations, texts, or comparisons of replies.</source>
        <translation>Solo se mezclan conjuntos de datos de un mismo tipo: conversaciones, textos o comparaciones de respuestas.</translation>
    </message>
    <message>
        <source>About {0} rows, until the first data set is used up.</source>
        <translation>Unas {0} filas, hasta agotar el primer conjunto de datos.</translation>
    </message>
    <message>
        <source>{0} has too few rows for its share; the mix will be smaller or of other shares.</source>
        <translation>{0} tiene pocas filas para su parte; la mezcla será menor o tendrá otras proporciones.</translation>
    </message>
    <message>
        <source>{0} rows.</source>
        <translation>{0} filas.</translation>
    </message>
    <message>
        <source>Mixing {0}</source>
        <translation>Mezclando {0}</translation>
    </message>
    <message>
        <source>{0} has {1}</source>
        <translation>{0} tiene {1}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>demo model</source>
        <translation>modelo de demostración</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>no se puede usar</translation>
    </message>
    <message>
        <source>{0} files can be talked to; for fine-tuning add the safetensors folder.</source>
        <translation>Con archivos {0} se puede hablar; para el ajuste fino hay que añadir la carpeta con safetensors.</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Fine-tune</source>
        <translation>Ajuste fino</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Quitar de la lista</translation>
    </message>
    <message>
        <source>Let its code run no more</source>
        <translation>No dejar que se ejecute más su código</translation>
    </message>
    <message>
        <source>runs its own code</source>
        <translation>ejecuta su propio código</translation>
    </message>
    <message>
        <source>You allowed its program code. It can be talked to, but not fine-tuned.</source>
        <translation>Su código está permitido. Se puede hablar con él, pero no ajustarlo.</translation>
    </message>
    <message>
        <source>needs its own code</source>
        <translation>necesita su propio código</translation>
    </message>
    <message>
        <source>It loads only by running program code that came with it, which Hone does not run by itself. When that code changes, it must be allowed anew.</source>
        <translation>Solo se carga ejecutando código que venía con él, lo que Hone no hace por su cuenta. Cuando ese código cambia, hay que permitirlo de nuevo.</translation>
    </message>
    <message>
        <source>Allow this model&apos;s code…</source>
        <translation>Permitir el código de este modelo…</translation>
    </message>
    <message>
        <source>Included</source>
        <translation>Incluido</translation>
    </message>
    <message>
        <source>It runs program code of its own. Training needs a model that transformers supports alone.</source>
        <translation>Ejecuta código propio. El entrenamiento necesita un modelo que transformers admita por sí solo.</translation>
    </message>
    <message>
        <source>GGUF files are for chatting. Training needs the original folder with safetensors.</source>
        <translation>Los archivos GGUF son para conversar. El entrenamiento necesita la carpeta original con safetensors.</translation>
    </message>
    <message>
        <source>Has no chat template; a plain one is used for training, and in chats with the result.</source>
        <translation>No tiene plantilla de chat; para entrenar, y en los chats con el resultado, se usa una sencilla.</translation>
    </message>
    <message>
        <source>{n} parameters</source>
        <translation>{n} parámetros</translation>
    </message>
    <message>
        <source>context {n}</source>
        <translation>contexto {n}</translation>
    </message>
</context>
<context>
    <name>ModelField</name>
    <message>
        <source>Model that drafts</source>
        <translation>Modelo que redacta</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Elegir un modelo</translation>
    </message>
    <message>
        <source>Adapter of the model that drafts</source>
        <translation>Adaptador del modelo que redacta</translation>
    </message>
    <message>
        <source>No adapter</source>
        <translation>Sin adaptador</translation>
    </message>
    <message>
        <source>demo model</source>
        <translation>modelo de demostración</translation>
    </message>
    <message>
        <source>Comes with Hone</source>
        <translation>Viene con Hone</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En este equipo</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Servidores</translation>
    </message>
    <message>
        <source>The model as it is</source>
        <translation>El modelo tal como es</translation>
    </message>
    <message>
        <source>The demo model has 5 million parameters: it shows how this works, no more.</source>
        <translation>El modelo de demostración tiene 5 millones de parámetros: muestra cómo funciona esto, nada más.</translation>
    </message>
    <message>
        <source>The examples are sent to {0}.</source>
        <translation>Los ejemplos se envían a {0}.</translation>
    </message>
    <message>
        <source>This model has no chat template: it is shown a text of examples, which it continues.</source>
        <translation>Este modelo no tiene plantilla de chat: se le muestra un texto de ejemplos, que él continúa.</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>{0} parameters</source>
        <translation>{0} parámetros</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Punto de acceso</translation>
    </message>
    <message>
        <source>{0} tokens of context</source>
        <translation>{0} tokens de contexto</translation>
    </message>
    <message>
        <source>no list of models</source>
        <translation>sin lista de modelos</translation>
    </message>
    <message>
        <source>1 model</source>
        <translation>1 modelo</translation>
    </message>
    <message>
        <source>{0} models</source>
        <translation>{0} modelos</translation>
    </message>
    <message>
        <source>trained on {0}</source>
        <translation>entrenado sobre {0}</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Add a GGUF file</source>
        <translation>Añadir un archivo GGUF</translation>
    </message>
    <message>
        <source>Add a model folder</source>
        <translation>Añadir una carpeta de modelo</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Files stay where they are. Drop a GGUF file or a folder with safetensors here to add it.</source>
        <translation>Los archivos quedan donde están. Soltar aquí un archivo GGUF o una carpeta con safetensors para añadirlos.</translation>
    </message>
    <message>
        <source>Drop to add</source>
        <translation>Soltar para añadir</translation>
    </message>
    <message>
        <source>Adapters</source>
        <translation>Adaptadores</translation>
    </message>
    <message>
        <source>None yet. A fine-tune makes one, and it is listed here and in the chat.</source>
        <translation>Aún no hay ninguno. Un ajuste fino crea uno, que aparece aquí y en el chat.</translation>
    </message>
    <message>
        <source>No models yet</source>
        <translation>Aún no hay modelos</translation>
    </message>
    <message>
        <source>Add a GGUF file to talk to it, or a safetensors folder to fine-tune it too.</source>
        <translation>Añadir un archivo GGUF para hablar con él, o una carpeta con safetensors para ajustarlo también.</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>Modelos (*.gguf)</translation>
    </message>
    <message>
        <source>{0} was added</source>
        <translation>{0} se añadió</translation>
    </message>
    <message>
        <source>{0} was taken off the list; its files stay</source>
        <translation>{0} se quitó de la lista; sus archivos se quedan</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>{0} may run its own code now</source>
        <translation>{0} puede ejecutar ahora su propio código</translation>
    </message>
</context>
<context>
    <name>NothingWrong</name>
    <message>
        <source>No problems found</source>
        <translation>Ningún problema encontrado</translation>
    </message>
    <message>
        <source>Hone looked for rows that cannot be read, empty and missing replies, turns out of order, broken and invisible characters, exact and near duplicates, contradicting replies, refusals, keys, passwords and personal data.</source>
        <translation>Hone ha buscado filas que no se pueden leer, respuestas vacías o ausentes, turnos desordenados, caracteres dañados e invisibles, duplicados exactos y casi duplicados, respuestas contradictorias, negativas, claves, contraseñas y datos personales.</translation>
    </message>
</context>
<context>
    <name>NumberValue</name>
    <message>
        <source>This is no number.</source>
        <translation>Esto no es un número.</translation>
    </message>
</context>
<context>
    <name>OrderEditor</name>
    <message>
        <source>Reset the order of samplers</source>
        <translation>Restablecer el orden de los métodos</translation>
    </message>
    <message>
        <source>Order of the samplers</source>
        <translation>Orden de los métodos</translation>
    </message>
    <message>
        <source>Each gets what the one above leaves. One that is off does not act.</source>
        <translation>Cada uno recibe lo que deja el de arriba. Uno apagado no actúa.</translation>
    </message>
    <message>
        <source>Move {0} up</source>
        <translation>Subir {0}</translation>
    </message>
    <message>
        <source>Move {0} down</source>
        <translation>Bajar {0}</translation>
    </message>
    <message>
        <source>Use {0}</source>
        <translation>Usar {0}</translation>
    </message>
    <message>
        <source>Penalties</source>
        <translation>Penalizaciones</translation>
    </message>
    <message>
        <source>DRY</source>
        <translation>DRY</translation>
    </message>
    <message>
        <source>Top-n-sigma</source>
        <translation>Top-n-sigma</translation>
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
        <translation>Temperatura</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Teach a model your way of answering</source>
        <translation>Enseñar a un modelo una manera propia de responder</translation>
    </message>
    <message>
        <source>Fine-tuning shows a model examples of good replies until it writes like them. Hone trains a small adapter beside the model on this machine, and measures on rows it has never seen whether that helped.</source>
        <translation>El ajuste fino muestra a un modelo ejemplos de buenas respuestas hasta que escribe así. Hone entrena en este equipo un adaptador pequeño junto al modelo y mide, en filas que nunca ha visto, si eso ha ayudado.</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>Nueva ejecución</translation>
    </message>
    <message>
        <source>Try it with the sample tickets</source>
        <translation>Probarlo con los tickets de ejemplo</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>Ajuste fino</translation>
    </message>
    <message>
        <source>Show older runs</source>
        <translation>Mostrar ejecuciones anteriores</translation>
    </message>
    <message>
        <source>{n} runs on this machine</source>
        <translation>{n} ejecuciones en este equipo</translation>
    </message>
    <message>
        <source>1 run on this machine</source>
        <translation>1 ejecución en este equipo</translation>
    </message>
</context>
<context>
    <name>OverviewTab</name>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Turnos</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Entrenado</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>The rows were not looked at to the end.</source>
        <translation>Las filas no se examinaron hasta el final.</translation>
    </message>
    <message>
        <source>Figures and problems are known once they were.</source>
        <translation>Las cifras y los problemas se sabrán cuando se hayan examinado.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Volver a examinar</translation>
    </message>
    <message>
        <source>Told from {0} rows drawn evenly.</source>
        <translation>Según {0} filas tomadas de manera uniforme.</translation>
    </message>
    <message>
        <source>The most frequent of {0} labels.</source>
        <translation>Las más frecuentes de {0} etiquetas.</translation>
    </message>
    <message>
        <source>{0} per row</source>
        <translation>{0} por fila</translation>
    </message>
    <message>
        <source>of all tokens</source>
        <translation>de todos los tokens</translation>
    </message>
    <message>
        <source>counting</source>
        <translation>contando</translation>
    </message>
    <message>
        <source>all can be used</source>
        <translation>todas utilizables</translation>
    </message>
    <message>
        <source>{0} cannot be used</source>
        <translation>no utilizables: {0}</translation>
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
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Tune</source>
        <translation>Ajuste fino</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Ejecuciones</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
</context>
<context>
    <name>PairSheet</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Both rows</source>
        <translation>Ambas filas</translation>
    </message>
    <message>
        <source>Row {0} removed</source>
        <translation>Fila {0} quitada</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Command palette</source>
        <translation>Paleta de comandos</translation>
    </message>
    <message>
        <source>Type a command, a conversation, a model…</source>
        <translation>Escribir un comando, una conversación, un modelo…</translation>
    </message>
    <message>
        <source>Search commands, conversations and models</source>
        <translation>Buscar comandos, conversaciones y modelos</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Nothing fits. Fewer letters find more.</source>
        <translation>Nada encaja. Menos letras encuentran más.</translation>
    </message>
</context>
<context>
    <name>PaletteGroups</name>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sin título</translation>
    </message>
    <message>
        <source>Chat with</source>
        <translation>Conversar con</translation>
    </message>
</context>
<context>
    <name>PanelStep</name>
    <message>
        <source>Open the panel and choose “{0}”.</source>
        <translation>Abrir el panel y elegir «{0}».</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Exact view</source>
        <translation>Vista exacta</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
</context>
<context>
    <name>PartLegend</name>
    <message>
        <source>Sources</source>
        <translation>Orígenes</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Papeles</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Template</source>
        <translation>Plantilla</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Prompt de sistema</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variables</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Adjuntos</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>Reply&apos;s beginning</source>
        <translation>Inicio de la respuesta</translation>
    </message>
    <message>
        <source>Being typed</source>
        <translation>En escritura</translation>
    </message>
</context>
<context>
    <name>PastComparisons</name>
    <message>
        <source>Comparisons</source>
        <translation>Comparaciones</translation>
    </message>
    <message>
        <source>New comparison</source>
        <translation>Nueva comparación</translation>
    </message>
    <message>
        <source>Your comparisons will be listed here.</source>
        <translation>Aquí aparecerán las comparaciones.</translation>
    </message>
    <message>
        <source>{0} columns</source>
        <translation>{0} columnas</translation>
    </message>
    <message>
        <source>1 round</source>
        <translation>1 ronda</translation>
    </message>
    <message>
        <source>{0} rounds</source>
        <translation>{0} rondas</translation>
    </message>
</context>
<context>
    <name>PendingBar</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Save as new version</source>
        <translation>Guardar como versión nueva</translation>
    </message>
    <message>
        <source>1 row changed, not saved yet</source>
        <translation>1 fila cambiada, aún sin guardar</translation>
    </message>
    <message>
        <source>{0} rows changed, not saved yet</source>
        <translation>{0} filas cambiadas, aún sin guardar</translation>
    </message>
    <message>
        <source>Nothing to save: all changes are undone</source>
        <translation>Nada que guardar: todos los cambios están deshechos</translation>
    </message>
</context>
<context>
    <name>PlacesCard</name>
    <message>
        <source>Folders</source>
        <translation>Carpetas</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>Abrir {0}</translation>
    </message>
</context>
<context>
    <name>PreviewCard</name>
    <message>
        <source>Row to show</source>
        <translation>Fila que mostrar</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>Fila anterior</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Fila siguiente</translation>
    </message>
    <message>
        <source>of {n}</source>
        <translation>de {n}</translation>
    </message>
    <message>
        <source>This row is left out of training; see what to look at above.</source>
        <translation>Esta fila se omite en el entrenamiento; arriba se dice por qué.</translation>
    </message>
    <message>
        <source>What the model sees</source>
        <translation>Lo que ve el modelo</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Entrenado</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Solo leído</translation>
    </message>
    <message>
        <source>Special tokens are pills</source>
        <translation>Los tokens especiales van enmarcados</translation>
    </message>
    <message>
        <source>{trained} of {tokens} tokens are trained.</source>
        <translation>Se entrenan {trained} de {tokens} tokens.</translation>
    </message>
    <message>
        <source>Cut at the context length: {n}.</source>
        <translation>Cortada a la longitud de contexto: {n}.</translation>
    </message>
    <message>
        <source>Nothing of this row is trained, so it teaches nothing. </source>
        <translation>Nada de esta fila se entrena, así que no enseña nada. </translation>
    </message>
    <message>
        <source>The stop token is not trained: replies may never end.</source>
        <translation>El token de parada no se entrena: las respuestas quizá no terminen nunca.</translation>
    </message>
    <message>
        <source>The stop token is trained, so the model learns where a reply ends.</source>
        <translation>El token de parada se entrena, así que el modelo aprende dónde termina una respuesta.</translation>
    </message>
</context>
<context>
    <name>ProblemCard</name>
    <message>
        <source>whole file</source>
        <translation>todo el archivo</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 fila</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>{0} filas</translation>
    </message>
    <message>
        <source>{0} Left out of training as it is.</source>
        <translation>{0} Tal como está, se omite en el entrenamiento.</translation>
    </message>
    <message>
        <source>Show the first {0}</source>
        <translation>Mostrar las primeras {0}</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Mostrar menos</translation>
    </message>
    <message>
        <source>Row {0}</source>
        <translation>Fila {0}</translation>
    </message>
    <message>
        <source>{0}, line {1}</source>
        <translation>{0}, línea {1}</translation>
    </message>
    <message>
        <source>Show both</source>
        <translation>Mostrar ambas</translation>
    </message>
</context>
<context>
    <name>ProblemKinds</name>
    <message>
        <source>Also among the held-out rows</source>
        <translation>También entre las filas reservadas</translation>
    </message>
    <message>
        <source>Also among the test cases</source>
        <translation>También entre los casos de prueba</translation>
    </message>
    <message>
        <source>Binary data in a column</source>
        <translation>Datos binarios en una columna</translation>
    </message>
    <message>
        <source>Broken characters</source>
        <translation>Caracteres dañados</translation>
    </message>
    <message>
        <source>Chosen and rejected answer different prompts</source>
        <translation>La elegida y la rechazada responden a prompts distintos</translation>
    </message>
    <message>
        <source>Chosen and rejected are the same</source>
        <translation>La elegida y la rechazada son iguales</translation>
    </message>
    <message>
        <source>Column names are a guess</source>
        <translation>Nombres de columnas supuestos</translation>
    </message>
    <message>
        <source>Control tokens in a text</source>
        <translation>Tokens de control en un texto</translation>
    </message>
    <message>
        <source>Different replies to one prompt</source>
        <translation>Respuestas distintas a un mismo prompt</translation>
    </message>
    <message>
        <source>Does not fit the other shape</source>
        <translation>No encaja en la otra estructura</translation>
    </message>
    <message>
        <source>E-mail addresses and numbers</source>
        <translation>Direcciones de correo y números</translation>
    </message>
    <message>
        <source>Empty prompt</source>
        <translation>Prompt vacío</translation>
    </message>
    <message>
        <source>Empty reply</source>
        <translation>Respuesta vacía</translation>
    </message>
    <message>
        <source>Empty text</source>
        <translation>Texto vacío</translation>
    </message>
    <message>
        <source>Encoded data in a text</source>
        <translation>Datos codificados en un texto</translation>
    </message>
    <message>
        <source>Encoding is a guess</source>
        <translation>Codificación supuesta</translation>
    </message>
    <message>
        <source>Ends without a reply</source>
        <translation>Termina sin respuesta</translation>
    </message>
    <message>
        <source>Exact duplicates</source>
        <translation>Duplicados exactos</translation>
    </message>
    <message>
        <source>Few rows</source>
        <translation>Pocas filas</translation>
    </message>
    <message>
        <source>HTML in a text</source>
        <translation>HTML en un texto</translation>
    </message>
    <message>
        <source>History that is none</source>
        <translation>Historial no válido</translation>
    </message>
    <message>
        <source>Invisible characters</source>
        <translation>Caracteres invisibles</translation>
    </message>
    <message>
        <source>Keys and passwords</source>
        <translation>Claves y contraseñas</translation>
    </message>
    <message>
        <source>Label that is none</source>
        <translation>Etiqueta no válida</translation>
    </message>
    <message>
        <source>Labels are numbers</source>
        <translation>Las etiquetas son números</translation>
    </message>
    <message>
        <source>Labels out of balance</source>
        <translation>Etiquetas desequilibradas</translation>
    </message>
    <message>
        <source>Longer than the context</source>
        <translation>Más larga que el contexto</translation>
    </message>
    <message>
        <source>Missing field</source>
        <translation>Falta un campo</translation>
    </message>
    <message>
        <source>NaN read as null</source>
        <translation>NaN leído como null</translation>
    </message>
    <message>
        <source>Near duplicates</source>
        <translation>Casi duplicados</translation>
    </message>
    <message>
        <source>No column names</source>
        <translation>Sin nombres de columnas</translation>
    </message>
    <message>
        <source>No messages</source>
        <translation>Sin mensajes</translation>
    </message>
    <message>
        <source>No reply</source>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>Not an object</source>
        <translation>No es un objeto</translation>
    </message>
    <message>
        <source>Not text</source>
        <translation>No es texto</translation>
    </message>
    <message>
        <source>Not valid JSON</source>
        <translation>JSON no válido</translation>
    </message>
    <message>
        <source>Null characters</source>
        <translation>Caracteres nulos</translation>
    </message>
    <message>
        <source>Only one label</source>
        <translation>Una sola etiqueta</translation>
    </message>
    <message>
        <source>Parts that are not read</source>
        <translation>Partes que no se leen</translation>
    </message>
    <message>
        <source>Prompts without replies</source>
        <translation>Prompts sin respuestas</translation>
    </message>
    <message>
        <source>Reply refuses</source>
        <translation>La respuesta se niega</translation>
    </message>
    <message>
        <source>Reply repeats the prompt</source>
        <translation>La respuesta repite el prompt</translation>
    </message>
    <message>
        <source>Roles out of order</source>
        <translation>Papeles desordenados</translation>
    </message>
    <message>
        <source>Rows of different shapes</source>
        <translation>Filas de estructuras distintas</translation>
    </message>
    <message>
        <source>Tool answers without a call</source>
        <translation>Respuestas de herramienta sin llamada</translation>
    </message>
    <message>
        <source>Tool call that is none</source>
        <translation>Llamada a herramienta no válida</translation>
    </message>
    <message>
        <source>Tools that are none</source>
        <translation>Herramientas no válidas</translation>
    </message>
    <message>
        <source>Unknown role</source>
        <translation>Papel desconocido</translation>
    </message>
    <message>
        <source>Wrong number of cells</source>
        <translation>Número de celdas incorrecto</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Problems in the data</source>
        <translation>Problemas de los datos</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>Qué mirar</translation>
    </message>
    <message>
        <source>Rows left out of training: {n}; the rest is used as it is.</source>
        <translation>Filas omitidas del entrenamiento: {n}; el resto se usa como está.</translation>
    </message>
    <message>
        <source>All rows are used; these are worth a look.</source>
        <translation>Se usan todas las filas; a estas conviene echarles un vistazo.</translation>
    </message>
    <message>
        <source>The first {n} are listed.</source>
        <translation>Se muestran las primeras {n}.</translation>
    </message>
</context>
<context>
    <name>ProblemModel</name>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Qué está mal</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>Whole file</source>
        <translation>Todo el archivo</translation>
    </message>
    <message>
        <source>Row {row}</source>
        <translation>Fila {row}</translation>
    </message>
    <message>
        <source>, line {line}</source>
        <translation>, línea {line}</translation>
    </message>
</context>
<context>
    <name>ProblemWords</name>
    <message>
        <source>Letters such as ä or é may stand wrong in every row. Look at a few of them.</source>
        <translation>Letras como ä o é pueden estar mal en todas las filas. Conviene mirar algunas.</translation>
    </message>
    <message>
        <source>Only one part of the folder or workbook is read; the others teach nothing.</source>
        <translation>Solo se lee una parte de la carpeta o del libro; las demás no enseñan nada.</translation>
    </message>
    <message>
        <source>Read rows of another shape as a data set of their own.</source>
        <translation>Las filas de otra estructura se leen mejor como un conjunto de datos propio.</translation>
    </message>
    <message>
        <source>A model learns little of so few rows, or learns them by heart. Some hundred are a start.</source>
        <translation>Un modelo aprende poco de tan pocas filas, o las aprende de memoria. Unos cientos son un comienzo.</translation>
    </message>
    <message>
        <source>With one label only, the model learns to say it always.</source>
        <translation>Con una sola etiqueta, el modelo aprende a decirla siempre.</translation>
    </message>
    <message>
        <source>The first row may be data, or names of columns that are none: look at the columns.</source>
        <translation>La primera fila quizá sean datos, o nombres de columnas que no lo son: conviene mirar las columnas.</translation>
    </message>
    <message>
        <source>If the first row is data and not names, a row is missing and columns are misnamed.</source>
        <translation>Si la primera fila son datos y no nombres, falta una fila y las columnas tienen nombres equivocados.</translation>
    </message>
    <message>
        <source>A column with pictures or other files cannot be learned by a language model.</source>
        <translation>Un modelo de lenguaje no puede aprender una columna con imágenes u otros archivos.</translation>
    </message>
    <message>
        <source>Empty numbers are written as NaN, which JSON does not know; they count as missing.</source>
        <translation>Los números vacíos están escritos como NaN, que JSON no conoce; cuentan como ausentes.</translation>
    </message>
    <message>
        <source>A label that is seen far more often than the others is said far more often too.</source>
        <translation>Una etiqueta que se ve mucho más que las demás también se dice mucho más.</translation>
    </message>
    <message>
        <source>A model reads labels as words: a number says nothing about what it stands for.</source>
        <translation>Un modelo lee las etiquetas como palabras: un número no dice nada de lo que representa.</translation>
    </message>
    <message>
        <source>There are questions but no answers: they can test a model, or be answered by one.</source>
        <translation>Hay preguntas pero no respuestas: pueden servir para evaluar un modelo, o un modelo puede responderlas.</translation>
    </message>
    <message>
        <source>A call of a tool that cannot be understood teaches the model to write such calls.</source>
        <translation>Una llamada a herramienta que no se entiende enseña al modelo a escribir llamadas así.</translation>
    </message>
    <message>
        <source>Two replies can be compared only when they answer the same prompt.</source>
        <translation>Dos respuestas solo se pueden comparar si responden al mismo prompt.</translation>
    </message>
    <message>
        <source>The row holds more than the other shape has places for, so it cannot be converted.</source>
        <translation>La fila contiene más de lo que cabe en la otra estructura, así que no se puede convertir.</translation>
    </message>
    <message>
        <source>The line cannot be read. Often it was cut while saving.</source>
        <translation>La línea no se puede leer. A menudo se cortó al guardar.</translation>
    </message>
    <message>
        <source>A row must have named fields; a bare value says nothing about prompt and reply.</source>
        <translation>Una fila debe tener campos con nombre; un valor suelto no dice nada de prompt ni respuesta.</translation>
    </message>
    <message>
        <source>A row with more or fewer cells than the table has columns: its values stand in wrong ones.</source>
        <translation>Una fila con más o menos celdas que columnas tiene la tabla: sus valores están en columnas equivocadas.</translation>
    </message>
    <message>
        <source>A field that training needs is not there.</source>
        <translation>Falta un campo que el entrenamiento necesita.</translation>
    </message>
    <message>
        <source>A number or list stands where text is expected.</source>
        <translation>Hay un número o una lista donde se espera texto.</translation>
    </message>
    <message>
        <source>There is nothing said in the row.</source>
        <translation>En la fila no se dice nada.</translation>
    </message>
    <message>
        <source>The earlier turns are not pairs of a question and an answer.</source>
        <translation>Los turnos anteriores no son pares de pregunta y respuesta.</translation>
    </message>
    <message>
        <source>The tools or their calls cannot be understood.</source>
        <translation>Las herramientas o sus llamadas no se entienden.</translation>
    </message>
    <message>
        <source>The label does not say whether the reply is good.</source>
        <translation>La etiqueta no dice si la respuesta es buena.</translation>
    </message>
    <message>
        <source>Somebody speaks whom chat templates do not know.</source>
        <translation>Habla alguien que las plantillas de chat no conocen.</translation>
    </message>
    <message>
        <source>Only replies are learned; without one the row teaches nothing.</source>
        <translation>Solo se aprenden las respuestas; sin una, la fila no enseña nada.</translation>
    </message>
    <message>
        <source>The model would learn to say nothing at all.</source>
        <translation>El modelo aprendería a no decir nada en absoluto.</translation>
    </message>
    <message>
        <source>The model would learn a reply to nothing, and say it at random.</source>
        <translation>El modelo aprendería una respuesta a nada y la diría al azar.</translation>
    </message>
    <message>
        <source>There is nothing to learn in the row.</source>
        <translation>En la fila no hay nada que aprender.</translation>
    </message>
    <message>
        <source>Many chat templates refuse two turns of one side in a row; others join them without a gap.</source>
        <translation>Muchas plantillas de chat rechazan dos turnos seguidos de un mismo lado; otras los unen sin separación.</translation>
    </message>
    <message>
        <source>What stands after the last reply is only read, and costs memory and time.</source>
        <translation>Lo que sigue a la última respuesta solo se lee, y cuesta memoria y tiempo.</translation>
    </message>
    <message>
        <source>A tool answers though nobody called it; templates refuse that or write nonsense.</source>
        <translation>Una herramienta responde aunque nadie la llamó; las plantillas lo rechazan o escriben disparates.</translation>
    </message>
    <message>
        <source>Null characters come from damaged files; the model would learn to write them.</source>
        <translation>Los caracteres nulos vienen de archivos dañados; el modelo aprendería a escribirlos.</translation>
    </message>
    <message>
        <source>Characters were lost when the file was made; the model would learn the holes.</source>
        <translation>Al crear el archivo se perdieron caracteres; el modelo aprendería los huecos.</translation>
    </message>
    <message>
        <source>Nobody sees them, but they are tokens: words with them are other words to a model.</source>
        <translation>Nadie los ve, pero son tokens: para un modelo, las palabras que los llevan son otras palabras.</translation>
    </message>
    <message>
        <source>Pictures or files written as letters take thousands of tokens and teach nothing.</source>
        <translation>Las imágenes o los archivos escritos como letras ocupan miles de tokens y no enseñan nada.</translation>
    </message>
    <message>
        <source>Marks of a chat template inside a text can end a turn early when a program takes them literally.</source>
        <translation>Las marcas de una plantilla de chat dentro de un texto pueden terminar un turno antes de tiempo si un programa las toma al pie de la letra.</translation>
    </message>
    <message>
        <source>The model would learn to write tags such as &lt;br&gt;. Take them out, unless HTML is to be learned.</source>
        <translation>El modelo aprendería a escribir etiquetas como &lt;br&gt;. Conviene quitarlas, salvo que se quiera que aprenda HTML.</translation>
    </message>
    <message>
        <source>There is nothing to prefer between two equal replies.</source>
        <translation>Entre dos respuestas iguales no hay nada que preferir.</translation>
    </message>
    <message>
        <source>The model would learn to repeat what it is asked.</source>
        <translation>El modelo aprendería a repetir lo que se le pregunta.</translation>
    </message>
    <message>
        <source>The model would learn to refuse. Keep those that are meant, and remove the others.</source>
        <translation>El modelo aprendería a negarse. Conviene conservar las negativas intencionadas y quitar las demás.</translation>
    </message>
    <message>
        <source>What a model has learned it can say to anyone: passwords and keys must not be in it.</source>
        <translation>Lo que un modelo ha aprendido se lo puede decir a cualquiera: no debe contener contraseñas ni claves.</translation>
    </message>
    <message>
        <source>What a model has learned it can say to anyone. Addresses and numbers of people are theirs.</source>
        <translation>Lo que un modelo ha aprendido se lo puede decir a cualquiera. Las direcciones y los números de las personas son suyos.</translation>
    </message>
    <message>
        <source>What stands after the context length is cut off, and with it often the end of the reply.</source>
        <translation>Lo que pasa de la longitud de contexto se corta, y con ello a menudo el final de la respuesta.</translation>
    </message>
    <message>
        <source>What stands there twice is learned twice, and seems known where it is held out.</source>
        <translation>Lo que está dos veces se aprende dos veces, y parece sabido cuando está entre lo reservado.</translation>
    </message>
    <message>
        <source>Nearly the same text again and again weighs more than it should. Look at some pairs first.</source>
        <translation>Casi el mismo texto una y otra vez pesa más de lo que debería. Conviene mirar antes algunos pares.</translation>
    </message>
    <message>
        <source>One prompt with different replies: the model learns to guess between them.</source>
        <translation>Un prompt con respuestas distintas: el modelo aprende a elegir entre ellas al azar.</translation>
    </message>
    <message>
        <source>Held-out rows measure what was not seen; rows that were trained make the measure too good.</source>
        <translation>Las filas reservadas miden lo no visto; las filas entrenadas hacen que la medida salga demasiado buena.</translation>
    </message>
    <message>
        <source>A model that has trained on the test cases passes them without being better.</source>
        <translation>Un modelo que ha entrenado con los casos de prueba los supera sin ser mejor.</translation>
    </message>
    <message>
        <source>Remove 1 row</source>
        <translation>Quitar 1 fila</translation>
    </message>
    <message>
        <source>Remove {0} rows</source>
        <translation>Quitar {0} filas</translation>
    </message>
    <message>
        <source>Keep the first, remove 1 row</source>
        <translation>Conservar la primera, quitar 1 fila</translation>
    </message>
    <message>
        <source>Keep the first, remove {0} rows</source>
        <translation>Conservar la primera, quitar {0} filas</translation>
    </message>
    <message>
        <source>Turn into text in 1 row</source>
        <translation>Convertir en texto en 1 fila</translation>
    </message>
    <message>
        <source>Turn into text in {0} rows</source>
        <translation>Convertir en texto en {0} filas</translation>
    </message>
    <message>
        <source>Put the turns of 1 row in order</source>
        <translation>Ordenar los turnos de 1 fila</translation>
    </message>
    <message>
        <source>Put the turns of {0} rows in order</source>
        <translation>Ordenar los turnos de {0} filas</translation>
    </message>
    <message>
        <source>End 1 row with its last reply</source>
        <translation>Terminar 1 fila en su última respuesta</translation>
    </message>
    <message>
        <source>End {0} rows with their last reply</source>
        <translation>Terminar {0} filas en su última respuesta</translation>
    </message>
    <message>
        <source>Clean 1 row</source>
        <translation>Limpiar 1 fila</translation>
    </message>
    <message>
        <source>Clean {0} rows</source>
        <translation>Limpiar {0} filas</translation>
    </message>
    <message>
        <source>Turn into plain text in 1 row</source>
        <translation>Convertir en texto sin formato en 1 fila</translation>
    </message>
    <message>
        <source>Turn into plain text in {0} rows</source>
        <translation>Convertir en texto sin formato en {0} filas</translation>
    </message>
    <message>
        <source>Mask them in 1 row</source>
        <translation>Enmascarar en 1 fila</translation>
    </message>
    <message>
        <source>Mask them in {0} rows</source>
        <translation>Enmascarar en {0} filas</translation>
    </message>
    <message>
        <source>Mend {0} rows</source>
        <translation>Corregir {0} filas</translation>
    </message>
    <message>
        <source>{0}: mended in a new version</source>
        <translation>{0}: corregido en una versión nueva</translation>
    </message>
</context>
<context>
    <name>ProblemsTab</name>
    <message>
        <source>Looking at the rows…</source>
        <translation>Examinando las filas…</translation>
    </message>
    <message>
        <source>Looking at the rows</source>
        <translation>Examinando las filas</translation>
    </message>
    <message>
        <source>Fix all that can be fixed</source>
        <translation>Corregir todo lo corregible</translation>
    </message>
    <message>
        <source>Near duplicates, contradictions, refusals and the like are left: look at some of them first.</source>
        <translation>Quedan casi duplicados, contradicciones, negativas y similares: conviene mirar antes algunos de ellos.</translation>
    </message>
    <message>
        <source>Search all rows for near duplicates</source>
        <translation>Buscar casi duplicados en todas las filas</translation>
    </message>
    <message>
        <source>Compare with held-out rows…</source>
        <translation>Comparar con filas reservadas…</translation>
    </message>
    <message>
        <source>Compare with test cases…</source>
        <translation>Comparar con casos de prueba…</translation>
    </message>
    <message>
        <source>Files that rows are compared with</source>
        <translation>Archivos con los que se comparan las filas</translation>
    </message>
    <message>
        <source>Mended in a new version: {0} kinds of problems</source>
        <translation>Tipos de problemas corregidos en una versión nueva: {0}</translation>
    </message>
    <message>
        <source>Beside other rows</source>
        <translation>Frente a otras filas</translation>
    </message>
    <message>
        <source>Rows that stand in held-out rows or test cases too make every measure too good.</source>
        <translation>Las filas que también están entre las reservadas o los casos de prueba hacen que toda medida salga demasiado buena.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Fix all problems that can be fixed</source>
        <translation>Corregir todos los problemas que se puedan corregir</translation>
    </message>
    <message>
        <source>Compare with held-out rows</source>
        <translation>Comparar con filas reservadas</translation>
    </message>
    <message>
        <source>Compare with test cases</source>
        <translation>Comparar con casos de prueba</translation>
    </message>
    <message>
        <source>The rows were not looked at to the end.</source>
        <translation>Las filas no se examinaron hasta el final.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Volver a examinar</translation>
    </message>
    <message>
        <source>1 kind of problem</source>
        <translation>1 tipo de problema</translation>
    </message>
    <message>
        <source>{0} kinds of problems</source>
        <translation>{0} tipos de problemas</translation>
    </message>
    <message>
        <source>Near duplicates were sought among all rows.</source>
        <translation>Los casi duplicados se buscaron entre todas las filas.</translation>
    </message>
    <message>
        <source>Near duplicates were sought among the first {0} rows; comparing all takes longer.</source>
        <translation>Los casi duplicados se buscaron entre las primeras {0} filas; compararlas todas tarda más.</translation>
    </message>
</context>
<context>
    <name>ProgressView</name>
    <message>
        <source>{0} left</source>
        <translation>quedan {0}</translation>
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
        <translation>Nuevo prompt</translation>
    </message>
    <message>
        <source>Save a version</source>
        <translation>Guardar una versión</translation>
    </message>
    <message>
        <source>Use in a new conversation</source>
        <translation>Usar en una conversación nueva</translation>
    </message>
    <message>
        <source>Use in the present conversation</source>
        <translation>Usar en la conversación actual</translation>
    </message>
    <message>
        <source>Search prompts</source>
        <translation>Buscar prompts</translation>
    </message>
    <message>
        <source>Compare versions</source>
        <translation>Comparar versiones</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Siguiente cambio</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Último cambio</translation>
    </message>
    <message>
        <source>Discard what is not saved</source>
        <translation>Descartar lo no guardado</translation>
    </message>
    <message>
        <source>Duplicate the prompt</source>
        <translation>Duplicar el prompt</translation>
    </message>
    <message>
        <source>Delete the prompt</source>
        <translation>Eliminar el prompt</translation>
    </message>
    <message>
        <source>Import prompts</source>
        <translation>Importar prompts</translation>
    </message>
    <message>
        <source>Export as TOML</source>
        <translation>Exportar como TOML</translation>
    </message>
    <message>
        <source>Export as Markdown</source>
        <translation>Exportar como Markdown</translation>
    </message>
    <message>
        <source>Export with all versions</source>
        <translation>Exportar con todas las versiones</translation>
    </message>
    <message>
        <source>Export all prompts</source>
        <translation>Exportar todos los prompts</translation>
    </message>
    <message>
        <source>Show or hide the list</source>
        <translation>Mostrar u ocultar la lista</translation>
    </message>
    <message>
        <source>Show or hide the history</source>
        <translation>Mostrar u ocultar el historial</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicar</translation>
    </message>
    <message>
        <source>Export as TOML…</source>
        <translation>Exportar como TOML…</translation>
    </message>
    <message>
        <source>Export as Markdown…</source>
        <translation>Exportar como Markdown…</translation>
    </message>
    <message>
        <source>Export with all versions…</source>
        <translation>Exportar con todas las versiones…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
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
        <translation>Elegir un prompt</translation>
    </message>
    <message>
        <source>Save what is here as a new prompt</source>
        <translation>Guardar lo que hay aquí como un prompt nuevo</translation>
    </message>
    <message>
        <source>Open the library</source>
        <translation>Abrir la biblioteca</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>edited here</source>
        <translation>editado aquí</translation>
    </message>
    <message>
        <source>Unload the prompt</source>
        <translation>Quitar el prompt</translation>
    </message>
    <message>
        <source>Open in the library</source>
        <translation>Abrir en la biblioteca</translation>
    </message>
    <message>
        <source>Save as a new version</source>
        <translation>Guardar como versión nueva</translation>
    </message>
    <message>
        <source>Back to the saved text</source>
        <translation>Volver al texto guardado</translation>
    </message>
    <message>
        <source>Save as a prompt</source>
        <translation>Guardar como prompt</translation>
    </message>
    <message>
        <source>A prompt brings a system prompt, variables, examples and the reply&apos;s form.</source>
        <translation>Un prompt trae un prompt de sistema, variables, ejemplos y la forma de la respuesta.</translation>
    </message>
    <message>
        <source>This version is not in the library any more. The conversation keeps its text.</source>
        <translation>Esta versión ya no está en la biblioteca. La conversación conserva su texto.</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>Versión {0}</translation>
    </message>
</context>
<context>
    <name>PromptChoice</name>
    <message>
        <source>Saved prompt</source>
        <translation>Prompt guardado</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>The system prompt below, as it is written</source>
        <translation>El prompt de sistema de abajo, tal como está escrito</translation>
    </message>
    <message>
        <source>A prompt that is gone</source>
        <translation>Un prompt que ya no existe</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>Versión {0}</translation>
    </message>
</context>
<context>
    <name>PromptEditor</name>
    <message>
        <source>System prompt</source>
        <translation>Prompt de sistema</translation>
    </message>
    <message>
        <source>What the model should do, and how it should answer</source>
        <translation>Qué debe hacer el modelo y cómo debe responder</translation>
    </message>
    <message>
        <source>First message</source>
        <translation>Primer mensaje</translation>
    </message>
    <message>
        <source>What is said first, such as {{question}}</source>
        <translation>Lo que se dice primero, como {{question}}</translation>
    </message>
    <message>
        <source>This comes with Hone and stays as it is: a change is saved as a copy of your own.</source>
        <translation>Este prompt viene con Hone y queda como está: un cambio se guarda como copia propia.</translation>
    </message>
    <message>
        <source>Said before the conversation.</source>
        <translation>Se dice antes de la conversación.</translation>
    </message>
    <message>
        <source>Written into the message field when used.</source>
        <translation>Se escribe en el campo del mensaje al usarlo.</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variables</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Respuesta</translation>
    </message>
</context>
<context>
    <name>PromptFiles</name>
    <message>
        <source>Import prompts</source>
        <translation>Importar prompts</translation>
    </message>
    <message>
        <source>Prompts (*.toml *.md *.markdown);;All files (*)</source>
        <translation>Prompts (*.toml *.md *.markdown);;Todos los archivos (*)</translation>
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
        <translation>Exportar el prompt</translation>
    </message>
    <message>
        <source>Export all prompts</source>
        <translation>Exportar todos los prompts</translation>
    </message>
</context>
<context>
    <name>PromptHeading</name>
    <message>
        <source>Name of the prompt</source>
        <translation>Nombre del prompt</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>Etiquetas, separadas por comas</translation>
    </message>
    <message>
        <source>About the prompt</source>
        <translation>Sobre el prompt</translation>
    </message>
    <message>
        <source>When to use it, and what you know of its effect</source>
        <translation>Cuándo usarlo y qué se sabe de su efecto</translation>
    </message>
</context>
<context>
    <name>PromptList</name>
    <message>
        <source>Search prompts</source>
        <translation>Buscar prompts</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Todas las etiquetas</translation>
    </message>
    <message>
        <source>No prompt holds these words.</source>
        <translation>Ningún prompt contiene estas palabras.</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>New prompt</source>
        <translation>Nuevo prompt</translation>
    </message>
    <message>
        <source>Import prompts</source>
        <translation>Importar prompts</translation>
    </message>
</context>
<context>
    <name>PromptPanel</name>
    <message>
        <source>Variables</source>
        <translation>Variables</translation>
    </message>
    <message>
        <source>Write {{name}} into the system prompt, and a field for it appears here.</source>
        <translation>Al escribir {{name}} en el prompt de sistema, aquí aparece un campo.</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Choose a prompt</source>
        <translation>Elegir un prompt</translation>
    </message>
    <message>
        <source>Save the prompt as a new version</source>
        <translation>Guardar el prompt como versión nueva</translation>
    </message>
    <message>
        <source>Save as a new prompt</source>
        <translation>Guardar como prompt nuevo</translation>
    </message>
    <message>
        <source>Unload the prompt</source>
        <translation>Quitar el prompt</translation>
    </message>
    <message>
        <source>This version is not in the library any more.</source>
        <translation>Esta versión ya no está en la biblioteca.</translation>
    </message>
    <message>
        <source>{0} took the place of the system prompt</source>
        <translation>{0} ocupó el lugar del prompt de sistema</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Back to version {0}</source>
        <translation>Volver a la versión {0}</translation>
    </message>
    <message>
        <source>{0} unloaded</source>
        <translation>{0} quitado</translation>
    </message>
    <message>
        <source>From a conversation</source>
        <translation>De una conversación</translation>
    </message>
    <message>
        <source>New prompt</source>
        <translation>Nuevo prompt</translation>
    </message>
    <message>
        <source>{0} is saved as version {1}</source>
        <translation>{0} está guardado como versión {1}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>PromptRows</name>
    <message>
        <source>unsaved changes</source>
        <translation>cambios sin guardar</translation>
    </message>
</context>
<context>
    <name>PromptView</name>
    <message>
        <source>What the model gets</source>
        <translation>Lo que recibe el modelo</translation>
    </message>
</context>
<context>
    <name>PromptsPage</name>
    <message>
        <source>Keep what works</source>
        <translation>Conservar lo que funciona</translation>
    </message>
    <message>
        <source>A prompt is a system text with variables and examples. Every save is a version that can be compared and restored. Begin with your own, or look at a starter at the left.</source>
        <translation>Un prompt es un texto de sistema con variables y ejemplos. Cada vez que se guarda hay una versión que se puede comparar y restaurar. Se puede empezar con uno propio o mirar uno de los incluidos a la izquierda.</translation>
    </message>
    <message>
        <source>New prompt</source>
        <translation>Nuevo prompt</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>Importar archivos…</translation>
    </message>
    <message>
        <source>Untitled prompt</source>
        <translation>Prompt sin nombre</translation>
    </message>
    <message>
        <source>Unsaved changes discarded</source>
        <translation>Cambios sin guardar descartados</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Saved as version {0}</source>
        <translation>Guardado como versión {0}</translation>
    </message>
    <message>
        <source>{0} deleted</source>
        <translation>{0} eliminado</translation>
    </message>
    <message>
        <source>Nothing in it is new.</source>
        <translation>No contiene nada nuevo.</translation>
    </message>
    <message>
        <source>{0} prompts imported</source>
        <translation>{0} prompts importados</translation>
    </message>
    <message>
        <source>{0} imported</source>
        <translation>{0} importado</translation>
    </message>
    <message>
        <source>{0} was there: the file is its version {1} now</source>
        <translation>{0} ya estaba: el archivo es ahora su versión {1}</translation>
    </message>
    <message>
        <source>Written to {0}</source>
        <translation>Escrito en {0}</translation>
    </message>
    <message>
        <source>{0} prompts written</source>
        <translation>{0} prompts escritos</translation>
    </message>
</context>
<context>
    <name>PromptsStep</name>
    <message>
        <source>Keep what works</source>
        <translation>Conservar lo que funciona</translation>
    </message>
    <message>
        <source>Prompts are kept with their versions, examples and variables. Some to begin with are there: few-shot, chain of thought, extraction to JSON and more.</source>
        <translation>Los prompts se conservan con sus versiones, ejemplos y variables. Hay algunos para empezar: few-shot, cadena de pensamiento, extracción a JSON y más.</translation>
    </message>
    <message>
        <source>Open the page of prompts.</source>
        <translation>Abrir la página «Prompts».</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
</context>
<context>
    <name>ReadingCard</name>
    <message>
        <source>Train on the chosen replies</source>
        <translation>Entrenar con las respuestas elegidas</translation>
    </message>
    <message>
        <source>Choose columns…</source>
        <translation>Elegir columnas…</translation>
    </message>
    <message>
        <source>Read as: {0}</source>
        <translation>Leído como: {0}</translation>
    </message>
    <message>
        <source>{0} · {1} of the rows looked at fit</source>
        <translation>{0} · encaja el {1} de las filas examinadas</translation>
    </message>
    <message>
        <source>These rows compare or judge replies. Fine-tuning on them as they are would learn the bad replies too; the good ones alone make a version that can be trained on.</source>
        <translation>Estas filas comparan o juzgan respuestas. Un ajuste fino con ellas tal como están aprendería también las malas respuestas; solo con las buenas se crea una versión con la que se puede entrenar.</translation>
    </message>
    <message>
        <source>Read as {0}</source>
        <translation>Leer como {0}</translation>
    </message>
    <message>
        <source>Read the part {0}</source>
        <translation>Leer la parte {0}</translation>
    </message>
</context>
<context>
    <name>ReadyPage</name>
    <message>
        <source>Run</source>
        <translation>Ejecución</translation>
    </message>
    <message>
        <source>All is set. The run saves checkpoints on the way: it can be stopped and resumed.</source>
        <translation>Todo está listo. La ejecución guarda puntos de control por el camino: se puede detener y reanudar.</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>Nombre de la ejecución</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Empezar a entrenar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>You can go on chatting while this trains, as far as the memory suffices.</source>
        <translation>Se puede seguir conversando mientras se entrena, en lo que dé la memoria.</translation>
    </message>
    <message>
        <source>{model} on {data}</source>
        <translation>{model} con {data}</translation>
    </message>
    <message>
        <source>{0}, version {1}</source>
        <translation>{0}, versión {1}</translation>
    </message>
    <message>
        <source>rank {rank}, learning rate {rate}, {epochs} epochs, context {context}</source>
        <translation>rango {rank}, tasa de aprendizaje {rate}, {epochs} épocas, contexto {context}</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>Modelo base</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>{name}, {n} rows</source>
        <translation>{name}, {n} filas</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>{n} steps</source>
        <translation>{n} pasos</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
</context>
<context>
    <name>ReferencesLine</name>
    <message>
        <source>Written by the model. Not checked: nothing was fetched.</source>
        <translation>Escrito por el modelo. Sin comprobar: no se descargó nada.</translation>
    </message>
    <message>
        <source>1 reference, unverified</source>
        <translation>1 referencia, sin verificar</translation>
    </message>
    <message>
        <source>{0} references, unverified</source>
        <translation>{0} referencias, sin verificar</translation>
    </message>
</context>
<context>
    <name>RegenerateStep</name>
    <message>
        <source>Ask for another reply</source>
        <translation>Pedir otra respuesta</translation>
    </message>
    <message>
        <source>A model chooses its words by chance, so the same message has many replies. The first one is kept: both become branches of the conversation.</source>
        <translation>Un modelo elige sus palabras al azar, así que el mismo mensaje tiene muchas respuestas. La primera se conserva: ambas pasan a ser ramas de la conversación.</translation>
    </message>
    <message>
        <source>Press the circling arrows below the reply.</source>
        <translation>Pulsar las flechas en círculo bajo la respuesta.</translation>
    </message>
    <message>
        <source>The reply is being made…</source>
        <translation>La respuesta se está generando…</translation>
    </message>
</context>
<context>
    <name>ReplyBlocks</name>
    <message>
        <source>Thinking…</source>
        <translation>Pensando…</translation>
    </message>
    <message>
        <source>Called {0}</source>
        <translation>Llamó a {0}</translation>
    </message>
    <message>
        <source>a tool without a name</source>
        <translation>una herramienta sin nombre</translation>
    </message>
    <message>
        <source>Thought before answering</source>
        <translation>Pensó antes de responder</translation>
    </message>
    <message>
        <source>Thought for less than a second</source>
        <translation>Pensó menos de un segundo</translation>
    </message>
    <message>
        <source>Thought for {0} min {1} s</source>
        <translation>Pensó {0} min {1} s</translation>
    </message>
    <message>
        <source>Thought for {0} s</source>
        <translation>Pensó {0} s</translation>
    </message>
</context>
<context>
    <name>ReplyDetails</name>
    <message>
        <source>Begun</source>
        <translation>Iniciada</translation>
    </message>
    <message>
        <source>read {0} tokens</source>
        <translation>{0} tokens leídos</translation>
    </message>
    <message>
        <source>read {0} of {1} tokens, the rest was known</source>
        <translation>{0} de {1} tokens leídos, el resto ya se conocía</translation>
    </message>
    <message>
        <source>exact: the same reply alone as beside others</source>
        <translation>exacto: la misma respuesta sola que junto a otras</translation>
    </message>
    <message>
        <source>fast: other work beside it may change a close choice</source>
        <translation>rápido: otro trabajo a la vez puede cambiar una elección reñida</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>Adaptador</translation>
    </message>
    <message>
        <source>Chat template</source>
        <translation>Plantilla de chat</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modo</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Muestreo</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation>{0} tokens</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0} tokens/s</source>
        <translation>{0} tokens/s</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Respuesta</translation>
    </message>
</context>
<context>
    <name>ReplyTokens</name>
    <message>
        <source>Less likely</source>
        <translation>Menos probable</translation>
    </message>
    <message>
        <source>More likely</source>
        <translation>Más probable</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Decidido</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Indeciso</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Esperado</translation>
    </message>
    <message>
        <source>Surprising</source>
        <translation>Sorprendente</translation>
    </message>
    <message>
        <source>The whole reply is as likely with {1}.</source>
        <translation>Toda la respuesta es igual de probable con {1}.</translation>
    </message>
    <message>
        <source>The whole reply is {0} more likely with {1}.</source>
        <translation>Toda la respuesta es {0} más probable con {1}.</translation>
    </message>
    <message>
        <source>The whole reply is {0} less likely with {1}.</source>
        <translation>Toda la respuesta es {0} menos probable con {1}.</translation>
    </message>
    <message>
        <source>{0} tokens · {1} each · perplexity {2}</source>
        <translation>{0} tokens · {1} cada uno · perplejidad {2}</translation>
    </message>
    <message>
        <source>Most changed tokens</source>
        <translation>Tokens que más cambian</translation>
    </message>
    <message>
        <source>Where the model was least decided</source>
        <translation>Donde el modelo estaba menos decidido</translation>
    </message>
    <message>
        <source>Most surprising tokens</source>
        <translation>Tokens más sorprendentes</translation>
    </message>
</context>
<context>
    <name>RowActions</name>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Undo the last change of rows</source>
        <translation>Deshacer el último cambio de filas</translation>
    </message>
    <message>
        <source>Redo what was undone</source>
        <translation>Rehacer lo deshecho</translation>
    </message>
    <message>
        <source>Save changed rows as a new version</source>
        <translation>Guardar las filas cambiadas como versión nueva</translation>
    </message>
    <message>
        <source>Discard all changes of rows</source>
        <translation>Descartar todos los cambios de filas</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Añadir una fila</translation>
    </message>
    <message>
        <source>Duplicate the selected rows</source>
        <translation>Duplicar las filas seleccionadas</translation>
    </message>
    <message>
        <source>Copy the selected rows as JSON</source>
        <translation>Copiar las filas seleccionadas como JSON</translation>
    </message>
    <message>
        <source>Bring back deleted rows</source>
        <translation>Recuperar las filas eliminadas</translation>
    </message>
    <message>
        <source>Edit the row, or show it as it is learned</source>
        <translation>Editar la fila, o mostrarla como se aprende</translation>
    </message>
    <message>
        <source>Edit the row as JSON, or in a form</source>
        <translation>Editar la fila como JSON, o en un formulario</translation>
    </message>
    <message>
        <source>Search in the rows</source>
        <translation>Buscar en las filas</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>Mostrar todas las filas</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Fila siguiente</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>Fila anterior</translation>
    </message>
    <message>
        <source>Delete the selected rows</source>
        <translation>Eliminar las filas seleccionadas</translation>
    </message>
    <message>
        <source>Delete row {0}</source>
        <translation>Eliminar la fila {0}</translation>
    </message>
    <message>
        <source>Delete {0} rows</source>
        <translation>Eliminar {0} filas</translation>
    </message>
    <message>
        <source>Bring back row {0}</source>
        <translation>Recuperar la fila {0}</translation>
    </message>
    <message>
        <source>Bring back {0} rows</source>
        <translation>Recuperar {0} filas</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicar</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Copiar como JSON</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>At most {0} rows at once. A filter keeps or leaves out any number.</source>
        <translation>Como máximo {0} filas a la vez. Un filtro conserva u omite cualquier cantidad.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nueva</translation>
    </message>
    <message>
        <source>Duplicate 1 row</source>
        <translation>Duplicar 1 fila</translation>
    </message>
    <message>
        <source>Duplicate {0} rows</source>
        <translation>Duplicar {0} filas</translation>
    </message>
    <message>
        <source>1 row copied</source>
        <translation>1 fila copiada</translation>
    </message>
    <message>
        <source>{0} rows copied</source>
        <translation>{0} filas copiadas</translation>
    </message>
</context>
<context>
    <name>RowEditor</name>
    <message>
        <source>The row as JSON</source>
        <translation>La fila como JSON</translation>
    </message>
    <message>
        <source>This row is too large to be edited here. It can be deleted.</source>
        <translation>Esta fila es demasiado grande para editarla aquí. Se puede eliminar.</translation>
    </message>
    <message>
        <source>This row cannot be parsed, so it cannot be edited here. It can be deleted.</source>
        <translation>Esta fila no se puede interpretar, así que no se puede editar aquí. Se puede eliminar.</translation>
    </message>
    <message>
        <source>Add: {0}</source>
        <translation>Añadir: {0}</translation>
    </message>
    <message>
        <source>Edit in a form</source>
        <translation>Editar en un formulario</translation>
    </message>
    <message>
        <source>Edit as JSON</source>
        <translation>Editar como JSON</translation>
    </message>
</context>
<context>
    <name>RowModel</name>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Turnos</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nueva</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiada</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>eliminada</translation>
    </message>
    <message>
        <source>Row {0}</source>
        <translation>Fila {0}</translation>
    </message>
    <message>
        <source>synthetic</source>
        <translation>sintética</translation>
    </message>
</context>
<context>
    <name>RowPane</name>
    <message>
        <source>The row</source>
        <translation>La fila</translation>
    </message>
    <message>
        <source>As it is learned</source>
        <translation>Como se aprende</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>No row</source>
        <translation>Ninguna fila</translation>
    </message>
    <message>
        <source>Row {0}</source>
        <translation>Fila {0}</translation>
    </message>
    <message>
        <source>New row</source>
        <translation>Fila nueva</translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation>línea {0}</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>eliminada</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiada</translation>
    </message>
</context>
<context>
    <name>RowSide</name>
    <message>
        <source>Go to the row</source>
        <translation>Ir a la fila</translation>
    </message>
    <message>
        <source>Remove this row</source>
        <translation>Quitar esta fila</translation>
    </message>
    <message>
        <source>Row {0}</source>
        <translation>Fila {0}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
</context>
<context>
    <name>RowTable</name>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
</context>
<context>
    <name>RowsTab</name>
    <message>
        <source>What is shown</source>
        <translation>Qué se muestra</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>As it is learned</source>
        <translation>Como se aprende</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Añadir una fila</translation>
    </message>
    <message>
        <source>What can be done with the selected rows</source>
        <translation>Acciones para las filas seleccionadas</translation>
    </message>
    <message>
        <source>Room for the table and for the row</source>
        <translation>Espacio para la tabla y para la fila</translation>
    </message>
    <message>
        <source>1 row changed</source>
        <translation>1 fila cambiada</translation>
    </message>
    <message>
        <source>{0} rows changed</source>
        <translation>{0} filas cambiadas</translation>
    </message>
    <message>
        <source>Discard all changes</source>
        <translation>Descartar todos los cambios</translation>
    </message>
    <message>
        <source>Changes discarded</source>
        <translation>Cambios descartados</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>1 row changed in version {1} is not saved yet; it waits there.</source>
        <translation>1 fila cambiada en la versión {1} aún no está guardada; espera allí.</translation>
    </message>
    <message>
        <source>{0} rows changed in version {1} are not saved yet; they wait there.</source>
        <translation>{0} filas cambiadas en la versión {1} aún no están guardadas; esperan allí.</translation>
    </message>
    <message>
        <source>Go to version {0}</source>
        <translation>Ir a la versión {0}</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nueva</translation>
    </message>
    <message>
        <source>Edit row {0}</source>
        <translation>Editar la fila {0}</translation>
    </message>
</context>
<context>
    <name>RunActions</name>
    <message>
        <source>Runs</source>
        <translation>Ejecuciones</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation>Buscar ejecuciones</translation>
    </message>
    <message>
        <source>Show all runs</source>
        <translation>Mostrar todas las ejecuciones</translation>
    </message>
    <message>
        <source>Open the run</source>
        <translation>Abrir la ejecución</translation>
    </message>
    <message>
        <source>Clone the run into a draft</source>
        <translation>Clonar la ejecución en un borrador</translation>
    </message>
    <message>
        <source>Rename the run</source>
        <translation>Cambiar el nombre de la ejecución</translation>
    </message>
    <message>
        <source>Write a note on the run</source>
        <translation>Escribir una nota sobre la ejecución</translation>
    </message>
    <message>
        <source>Open the run&apos;s folder</source>
        <translation>Abrir la carpeta de la ejecución</translation>
    </message>
    <message>
        <source>Export the table as CSV</source>
        <translation>Exportar la tabla como CSV</translation>
    </message>
    <message>
        <source>Begin a fine-tune</source>
        <translation>Empezar un ajuste fino</translation>
    </message>
    <message>
        <source>Read the runs again</source>
        <translation>Volver a leer las ejecuciones</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Ejecución siguiente</translation>
    </message>
    <message>
        <source>Previous run</source>
        <translation>Ejecución anterior</translation>
    </message>
    <message>
        <source>Choose all runs that are shown</source>
        <translation>Elegir todas las ejecuciones que se muestran</translation>
    </message>
    <message>
        <source>Draw the curves over steps</source>
        <translation>Dibujar las curvas por pasos</translation>
    </message>
    <message>
        <source>Draw the curves over tokens</source>
        <translation>Dibujar las curvas por tokens</translation>
    </message>
    <message>
        <source>Draw the curves over time</source>
        <translation>Dibujar las curvas por tiempo</translation>
    </message>
    <message>
        <source>Smoother curves</source>
        <translation>Curvas más suaves</translation>
    </message>
    <message>
        <source>Rougher curves</source>
        <translation>Curvas menos suaves</translation>
    </message>
    <message>
        <source>Zoom into the curves</source>
        <translation>Acercar las curvas</translation>
    </message>
    <message>
        <source>Zoom out of the curves</source>
        <translation>Alejar las curvas</translation>
    </message>
    <message>
        <source>Fit the curves to the view</source>
        <translation>Ajustar las curvas a la vista</translation>
    </message>
    <message>
        <source>Sort runs by: {0}</source>
        <translation>Ordenar las ejecuciones por: {0}</translation>
    </message>
    <message>
        <source>Move the runs to the trash</source>
        <translation>Mover las ejecuciones a la papelera</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Clone into a draft</source>
        <translation>Clonar en un borrador</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar el nombre</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Escribir una nota</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>Mover a la papelera</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>Draft rows</source>
        <translation>Redactar filas</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Drafting</source>
        <translation>Redactando</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
</context>
<context>
    <name>RunCard</name>
    <message>
        <source>Name of the run</source>
        <translation>Nombre de la ejecución</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Progreso de la ejecución</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Más acciones</translation>
    </message>
    <message>
        <source>held-out loss</source>
        <translation>pérdida reservada</translation>
    </message>
    <message>
        <source>Chat with it</source>
        <translation>Conversar con él</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>More actions for {name}</source>
        <translation>Más acciones para {name}</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar el nombre</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>Start another like this</source>
        <translation>Empezar otra igual</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
</context>
<context>
    <name>RunHeader</name>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Saves a checkpoint, then ends. The run can be resumed from exactly there.</source>
        <translation>Guarda un punto de control y termina. La ejecución se puede reanudar justo desde ahí.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>All runs</source>
        <translation>Todas las ejecuciones</translation>
    </message>
</context>
<context>
    <name>RunPanel</name>
    <message>
        <source>Name of the run</source>
        <translation>Nombre de la ejecución</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Clone into a draft</source>
        <translation>Clonar en un borrador</translation>
    </message>
    <message>
        <source>Open the run&apos;s folder</source>
        <translation>Abrir la carpeta de la ejecución</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>Mover a la papelera</translation>
    </message>
    <message>
        <source>More to do with the run</source>
        <translation>Más acciones para la ejecución</translation>
    </message>
    <message>
        <source>Note on the run</source>
        <translation>Nota de la ejecución</translation>
    </message>
    <message>
        <source>What you tried, what you saw, what comes next</source>
        <translation>Qué se probó, qué se vio, qué viene después</translation>
    </message>
    <message>
        <source>Hold Ctrl and click other runs, or press Shift and an arrow key, to compare up to four.</source>
        <translation>Con Ctrl y un clic en otras ejecuciones, o con Mayús y una tecla de flecha, se comparan hasta cuatro.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>{0} runs beside each other</source>
        <translation>{0} ejecuciones lado a lado</translation>
    </message>
    <message>
        <source>{0} runs are chosen. Up to four can be compared; the trash takes all of them.</source>
        <translation>{0} ejecuciones elegidas. Se pueden comparar hasta cuatro; a la papelera van todas.</translation>
    </message>
    <message>
        <source>Choose a run to see how it went, or two to four to compare them.</source>
        <translation>Elegir una ejecución para ver cómo fue, o de dos a cuatro para compararlas.</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Seguir en vivo</translation>
    </message>
    <message>
        <source>Open {0} on the page Tune</source>
        <translation>Abrir {0} en la página «Ajuste fino»</translation>
    </message>
</context>
<context>
    <name>RunStats</name>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>Pérdida de entrenamiento</translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation>Pérdida reservada</translation>
    </message>
    <message>
        <source>Tokens per second</source>
        <translation>Tokens por segundo</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Tiempo restante</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>epoch {n}</source>
        <translation>época {n}</translation>
    </message>
    <message>
        <source>rate {rate}</source>
        <translation>tasa {rate}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>{time} so far</source>
        <translation>{time} hasta ahora</translation>
    </message>
    <message>
        <source>peak {size}</source>
        <translation>pico {size}</translation>
    </message>
    <message>
        <source>the base model</source>
        <translation>el modelo base</translation>
    </message>
    <message>
        <source>{change} against base {base}</source>
        <translation>{change} frente a la base {base}</translation>
    </message>
    <message>
        <source>{time} in all</source>
        <translation>{time} en total</translation>
    </message>
    <message>
        <source>of {steps}</source>
        <translation>de {steps}</translation>
    </message>
</context>
<context>
    <name>RunTable</name>
    <message>
        <source>Runs</source>
        <translation>Ejecuciones</translation>
    </message>
    <message>
        <source>Choose one run to see it, or two to four to compare them.</source>
        <translation>Elegir una ejecución para verla, o de dos a cuatro para compararlas.</translation>
    </message>
</context>
<context>
    <name>RunTableWords</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>Modelo base</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Conjunto de datos</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation>Pérdida reservada</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>Adaptador</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>En el disco</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Creada</translation>
    </message>
    <message>
        <source>The lowest loss on the held-out rows, in nats per trained token: less is better.</source>
        <translation>La pérdida más baja en las filas reservadas, en nats por token entrenado: menos es mejor.</translation>
    </message>
    <message>
        <source>How the held-out loss changed from the untrained model to the best step.</source>
        <translation>Cómo cambió la pérdida reservada desde el modelo sin entrenar hasta el mejor paso.</translation>
    </message>
    <message>
        <source>How long it has trained.</source>
        <translation>Cuánto tiempo ha entrenado.</translation>
    </message>
    <message>
        <source>The size of the adapter that came of it.</source>
        <translation>El tamaño del adaptador resultante.</translation>
    </message>
    <message>
        <source>What the run&apos;s folder takes on the disk, with its checkpoints.</source>
        <translation>Lo que ocupa la carpeta de la ejecución en el disco, con sus puntos de control.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
    <message>
        <source>Part of the data</source>
        <translation>Parte de los datos</translation>
    </message>
    <message>
        <source>Shape of the rows</source>
        <translation>Estructura de las filas</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Held-out file</source>
        <translation>Archivo reservado</translation>
    </message>
    <message>
        <source>Held-out share</source>
        <translation>Parte reservada</translation>
    </message>
    <message>
        <source>Seed of the held-out rows</source>
        <translation>Semilla de las filas reservadas</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>Progress of the run</source>
        <translation>Progreso de la ejecución</translation>
    </message>
    <message>
        <source>You may leave this page; the run goes on. A chat meanwhile shares the memory and the processor with it, and both are slower.</source>
        <translation>Se puede salir de esta página; la ejecución sigue. Un chat mientras tanto comparte con ella la memoria y el procesador, y ambos van más lentos.</translation>
    </message>
    <message>
        <source>Starting the trainer</source>
        <translation>Iniciando el entrenamiento</translation>
    </message>
    <message>
        <source>Training: step {step} of {steps}</source>
        <translation>Entrenando: paso {step} de {steps}</translation>
    </message>
    <message>
        <source>Stopping: the trainer saves a checkpoint first</source>
        <translation>Deteniendo: antes se guarda un punto de control</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>Not started</source>
        <translation>Sin empezar</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En marcha</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenida</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Interrumpida</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallo</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminada</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>aún sin medir</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message>
        <source>{n} min ago</source>
        <translation>hace {n} min</translation>
    </message>
    <message>
        <source>{n} h ago</source>
        <translation>hace {n} h</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ayer</translation>
    </message>
    <message>
        <source>{n} days ago</source>
        <translation>hace {n} días</translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>A run that trains is not moved to the trash. Stop it first.</source>
        <translation>Una ejecución que está entrenando no se mueve a la papelera. Hay que detenerla antes.</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>Exportar la tabla</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>Archivos CSV (*.csv)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Export the table as CSV</source>
        <translation>Exportar la tabla como CSV</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>Nueva ejecución</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Ejecuciones</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Aún no hay ejecuciones</translation>
    </message>
    <message>
        <source>Every fine-tune is kept here with its plan, its curves and its result: to be compared, noted and begun again.</source>
        <translation>Aquí se conserva cada ajuste fino con su plan, sus curvas y su resultado: para compararlo, anotarlo y volver a empezarlo.</translation>
    </message>
    <message>
        <source>Begin a fine-tune</source>
        <translation>Empezar un ajuste fino</translation>
    </message>
    <message>
        <source>No run is like that</source>
        <translation>Ninguna ejecución coincide</translation>
    </message>
    <message>
        <source>Ask for less, or show all of them.</source>
        <translation>Pedir menos, o mostrarlas todas.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todas</translation>
    </message>
    <message>
        <source>{0} is in the trash</source>
        <translation>{0} está en la papelera</translation>
    </message>
    <message>
        <source>{0} runs are in the trash</source>
        <translation>{0} ejecuciones están en la papelera</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>1 run written to {1}</source>
        <translation>1 ejecución escrita en {1}</translation>
    </message>
    <message>
        <source>{0} runs written to {1}</source>
        <translation>{0} ejecuciones escritas en {1}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>1 ejecución</translation>
    </message>
    <message>
        <source>{0} runs</source>
        <translation>{0} ejecuciones</translation>
    </message>
    <message>
        <source>{0} of {1} runs</source>
        <translation>{0} de {1} ejecuciones</translation>
    </message>
    <message>
        <source>{0} on disk</source>
        <translation>{0} en el disco</translation>
    </message>
</context>
<context>
    <name>SampleSheet</name>
    <message>
        <source>Rows to keep</source>
        <translation>Filas que conservar</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>A part of the {0}, drawn at random and in their order. The same seed draws the same rows.</source>
        <translation>Una parte de las {0}, sorteada y en su orden. La misma semilla sortea las mismas filas.</translation>
    </message>
    <message>
        <source>Keep the sample</source>
        <translation>Conservar la muestra</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Muestra</translation>
    </message>
    <message>
        <source>A sample of {0} is in use</source>
        <translation>Una muestra de {0} está en uso</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>Replies at once</source>
        <translation>Respuestas a la vez</translation>
    </message>
    <message>
        <source>Each is a branch of its own: switch between them below the reply.</source>
        <translation>Cada una es una rama propia: se cambia entre ellas bajo la respuesta.</translation>
    </message>
    <message>
        <source>Number of replies</source>
        <translation>Número de respuestas</translation>
    </message>
    <message>
        <source>They are read once and made together. A fixed seed is raised by one for each.</source>
        <translation>Se lee una vez y se generan juntas. Una semilla fija aumenta en uno con cada una.</translation>
    </message>
</context>
<context>
    <name>SaveBar</name>
    <message>
        <source>unsaved</source>
        <translation>sin guardar</translation>
    </message>
    <message>
        <source>Note (optional)</source>
        <translation>Nota (opcional)</translation>
    </message>
    <message>
        <source>Note for the version</source>
        <translation>Nota de la versión</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Use in chat</source>
        <translation>Usar en el chat</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Show or hide the list</source>
        <translation>Mostrar u ocultar la lista</translation>
    </message>
    <message>
        <source>Show or hide the history</source>
        <translation>Mostrar u ocultar el historial</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>Versión {0}</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
</context>
<context>
    <name>SayStep</name>
    <message>
        <source>Say something</source>
        <translation>Decir algo</translation>
    </message>
    <message>
        <source>The model runs on this computer; nothing is sent anywhere. The demo model is tiny, speaks English and knows little, but it answers at once.</source>
        <translation>El modelo se ejecuta en este equipo; no se envía nada a ninguna parte. El modelo de demostración es diminuto, habla inglés y sabe poco, pero responde al momento.</translation>
    </message>
    <message>
        <source>Type a message, such as “{0}”, and press Enter.</source>
        <translation>Escribir un mensaje, como «{0}», y pulsar Intro.</translation>
    </message>
    <message>
        <source>The reply is being made…</source>
        <translation>La respuesta se está generando…</translation>
    </message>
</context>
<context>
    <name>ScaleLegend</name>
    <message>
        <source>What the colours mean</source>
        <translation>Qué significan los colores</translation>
    </message>
    <message>
        <source>{0} bits</source>
        <translation>{0} bits</translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>Search in this text</source>
        <translation>Buscar en este texto</translation>
    </message>
    <message>
        <source>Search in what the model gets</source>
        <translation>Buscar en lo que recibe el modelo</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Lugar anterior</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Lugar siguiente</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>no encontrado</translation>
    </message>
</context>
<context>
    <name>SeedField</name>
    <message>
        <source>Rows to begin with</source>
        <translation>Filas de partida</translation>
    </message>
    <message>
        <source>All rows, drawn anew each time; or numbers: 3, 8, 12-20</source>
        <translation>Todas las filas, sorteadas cada vez; o números: 3, 8, 12-20</translation>
    </message>
    <message>
        <source>Choose for me</source>
        <translation>Elegir por mí</translation>
    </message>
    <message>
        <source>Take rows that differ from each other as much as possible</source>
        <translation>Tomar filas que difieran entre sí lo más posible</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Todas las filas</translation>
    </message>
    <message>
        <source>Write numbers from 1 to {0}, and ranges such as 12-20.</source>
        <translation>Escribir números de 1 a {0} y rangos como 12-20.</translation>
    </message>
    <message>
        <source>1 row. With more of them the new rows vary more.</source>
        <translation>1 fila. Con más, las filas nuevas varían más.</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>{0} filas</translation>
    </message>
</context>
<context>
    <name>SeedLine</name>
    <message>
        <source>Draw another seed</source>
        <translation>Sortear otra semilla</translation>
    </message>
    <message>
        <source>One seed for all columns</source>
        <translation>Una semilla para todas las columnas</translation>
    </message>
    <message>
        <source>Seed {0} for all columns</source>
        <translation>Semilla {0} para todas las columnas</translation>
    </message>
    <message>
        <source>A new seed for each reply</source>
        <translation>Una semilla nueva para cada respuesta</translation>
    </message>
</context>
<context>
    <name>SeedPart</name>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>Random each time</source>
        <translation>Al azar cada vez</translation>
    </message>
    <message>
        <source>Draw a seed and keep it</source>
        <translation>Sortear una semilla y conservarla</translation>
    </message>
    <message>
        <source>Draw a new seed for each reply</source>
        <translation>Sortear una semilla nueva para cada respuesta</translation>
    </message>
    <message>
        <source>The same seed makes the same choices. Empty, each reply draws its own.</source>
        <translation>La misma semilla da las mismas elecciones. Vacía, cada respuesta sortea la suya.</translation>
    </message>
    <message>
        <source>Keep the seed of this reply, {0}</source>
        <translation>Conservar la semilla de esta respuesta, {0}</translation>
    </message>
</context>
<context>
    <name>ServerForm</name>
    <message>
        <source>How to add a server</source>
        <translation>Cómo añadir un servidor</translation>
    </message>
    <message>
        <source>Paste JSON</source>
        <translation>Pegar JSON</translation>
    </message>
    <message>
        <source>Command or address</source>
        <translation>Comando o dirección</translation>
    </message>
    <message>
        <source>Description of servers as JSON</source>
        <translation>Descripción de servidores como JSON</translation>
    </message>
    <message>
        <source>Name of the server</source>
        <translation>Nombre del servidor</translation>
    </message>
    <message>
        <source>Variables or headers</source>
        <translation>Variables o cabeceras</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Values are kept in the system&apos;s keyring. A server gets only these, and what it needs to find programs.</source>
        <translation>Los valores se guardan en el llavero del sistema. Un servidor solo recibe estos y lo que necesita para encontrar programas.</translation>
    </message>
</context>
<context>
    <name>ServerGroup</name>
    <message>
        <source>Use the server {0} in this conversation</source>
        <translation>Usar el servidor {0} en esta conversación</translation>
    </message>
    <message>
        <source>Starting the server</source>
        <translation>Iniciando el servidor</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>Off. Switching it on starts {0}</source>
        <translation>Apagado. Al encenderlo se inicia {0}</translation>
    </message>
    <message>
        <source>Off. {0}</source>
        <translation>Apagado. {0}</translation>
    </message>
    <message>
        <source>It runs and calls itself {0}. What its tools say of themselves is its own words.</source>
        <translation>Está en marcha y se llama {0}. Lo que sus herramientas dicen de sí mismas son palabras suyas.</translation>
    </message>
    <message>
        <source>It runs.</source>
        <translation>Está en marcha.</translation>
    </message>
    <message>
        <source>It starts with the next message.</source>
        <translation>Se inicia con el próximo mensaje.</translation>
    </message>
</context>
<context>
    <name>ServersCard</name>
    <message>
        <source>Add a server</source>
        <translation>Añadir un servidor</translation>
    </message>
    <message>
        <source>Starting the server</source>
        <translation>Iniciando el servidor</translation>
    </message>
    <message>
        <source>There is none yet. Paste the JSON from a server&apos;s own instructions to add it.</source>
        <translation>Aún no hay ninguno. Se añade pegando el JSON de las instrucciones del propio servidor.</translation>
    </message>
    <message>
        <source>MCP servers bring tools to the chat. One starts only when you switch it on for a conversation, and its calls ask first. A server is a program that may do whatever you may.</source>
        <translation>Los servidores MCP traen herramientas al chat. Uno solo se inicia cuando se enciende para una conversación, y sus llamadas preguntan antes. Un servidor es un programa que puede hacer todo lo que puede el usuario.</translation>
    </message>
    <message>
        <source>Tool servers (MCP)</source>
        <translation>Servidores de herramientas (MCP)</translation>
    </message>
    <message>
        <source>Gets {0} from the keyring</source>
        <translation>Recibe {0} del llavero</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Test {0}</source>
        <translation>Probar {0}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>Quitar {0}</translation>
    </message>
    <message>
        <source>{0} was added</source>
        <translation>{0} se añadió</translation>
    </message>
    <message>
        <source>Starting {0}</source>
        <translation>Iniciando {0}</translation>
    </message>
    <message>
        <source>{0} works. It has 1 tool: {2}</source>
        <translation>{0} funciona. Tiene 1 herramienta: {2}</translation>
    </message>
    <message>
        <source>{0} works. It has {1} tools: {2}</source>
        <translation>{0} funciona. Tiene {1} herramientas: {2}</translation>
    </message>
    <message>
        <source>{0} was removed</source>
        <translation>{0} se quitó</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Why {value}?</source>
        <translation>¿Por qué {value}?</translation>
    </message>
    <message>
        <source>Why {value} for {name}?</source>
        <translation>¿Por qué {value} para {name}?</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de Hone</translation>
    </message>
    <message>
        <source>Models, data and conversations stay on this computer. Only what you say to an endpoint that you added is sent there.</source>
        <translation>Los modelos, datos y conversaciones se quedan en este equipo. Solo lo que se dice a un punto de acceso añadido se envía allí.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Models put here are found without asking.</source>
        <translation>Los modelos puestos aquí se encuentran sin preguntar.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Ejecuciones</translation>
    </message>
    <message>
        <source>One folder per fine-tune.</source>
        <translation>Una carpeta por ajuste fino.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Conversations, settings, backups.</source>
        <translation>Conversaciones, ajustes, copias de seguridad.</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>What the program and its workers wrote.</source>
        <translation>Lo que escribieron el programa y sus procesos.</translation>
    </message>
    <message>
        <source>The language is taken when Hone is started again</source>
        <translation>El idioma se aplica al iniciar Hone de nuevo</translation>
    </message>
</context>
<context>
    <name>SetupPart</name>
    <message>
        <source>The engine of {0} cannot do this.</source>
        <translation>El motor de {0} no puede hacer esto.</translation>
    </message>
</context>
<context>
    <name>ShareHistogram</name>
    <message>
        <source>Trained share of the rows</source>
        <translation>Parte entrenada de las filas</translation>
    </message>
</context>
<context>
    <name>SharesBar</name>
    <message>
        <source>Shares of the mix</source>
        <translation>Proporciones de la mezcla</translation>
    </message>
</context>
<context>
    <name>SharesCard</name>
    <message>
        <source>Show all {0}</source>
        <translation>Mostrar todo ({0})</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Mostrar menos</translation>
    </message>
</context>
<context>
    <name>ShortcutRow</name>
    <message>
        <source>Reset the keys of {0}</source>
        <translation>Restablecer las teclas de {0}</translation>
    </message>
    <message>
        <source>{0} is already “{1}” ({2}).</source>
        <translation>{0} ya es «{1}» ({2}).</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Intercambiar</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Tomarlas</translation>
    </message>
    <message>
        <source>Take it; the other command has no keys then</source>
        <translation>Tomarlas; el otro comando queda sin teclas</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo así</translation>
    </message>
    <message>
        <source>Add Ctrl or Alt, or press a function key: letters alone are for typing.</source>
        <translation>Hay que añadir Ctrl o Alt, o pulsar una tecla de función: las letras solas son para escribir.</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Search commands or keys</source>
        <translation>Buscar comandos o teclas</translation>
    </message>
    <message>
        <source>No command fits.</source>
        <translation>Ningún comando encaja.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restablecer todo</translation>
    </message>
    <message>
        <source>Choose a shortcut to change it: press the new keys, Backspace for none, Esc to leave it.</source>
        <translation>Para cambiar un atajo, elegirlo y pulsar las teclas nuevas; Retroceso para ninguna, Esc para dejarlo.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>All shortcuts are as Hone comes</source>
        <translation>Todos los atajos están como vienen con Hone</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>Sparkline</name>
    <message>
        <source>Training loss</source>
        <translation>Pérdida de entrenamiento</translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation>de {first} a {last}</translation>
    </message>
</context>
<context>
    <name>SplitSheet</name>
    <message>
        <source>Set apart by</source>
        <translation>Reservar por</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>Choose a column</source>
        <translation>Elegir una columna</translation>
    </message>
    <message>
        <source>Share held out, in percent</source>
        <translation>Parte reservada, en porcentaje</translation>
    </message>
    <message>
        <source>Share held out</source>
        <translation>Parte reservada</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>Make both data sets</source>
        <translation>Crear ambos conjuntos de datos</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Rows that a model is measured on must not be among those it is trained on. Two data sets are made: one to train on, one held out.</source>
        <translation>Las filas con las que se mide un modelo no deben estar entre aquellas con las que se entrena. Se crean dos conjuntos de datos: uno para entrenar y otro reservado.</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Dividir</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Reservado</translation>
    </message>
    <message>
        <source>Drawn at random. Rows that say the same stay together.</source>
        <translation>Al azar. Las filas que dicen lo mismo quedan juntas.</translation>
    </message>
    <message>
        <source>Rows with the same value in this column stay together, such as one customer&apos;s.</source>
        <translation>Las filas con el mismo valor en esta columna quedan juntas, como las de un mismo cliente.</translation>
    </message>
    <message>
        <source>The latest rows are held out, as a model meets them later.</source>
        <translation>Se reservan las filas más recientes, tal como un modelo las encuentra después.</translation>
    </message>
    <message>
        <source>There are too few rows to set some apart.</source>
        <translation>Hay muy pocas filas para reservar algunas.</translation>
    </message>
    <message>
        <source>Choose the column.</source>
        <translation>Elegir la columna.</translation>
    </message>
    <message>
        <source>The rows are not counted yet.</source>
        <translation>Las filas aún no se han contado.</translation>
    </message>
    <message>
        <source>About {0} rows to train on and {1} held out.</source>
        <translation>Unas {0} filas para entrenar y {1} reservadas.</translation>
    </message>
    <message>
        <source>Splitting {0}</source>
        <translation>Dividiendo {0}</translation>
    </message>
    <message>
        <source>{0} rows to train on, {1} held out</source>
        <translation>{0} filas para entrenar, {1} reservadas</translation>
    </message>
    <message>
        <source>Open the held-out rows</source>
        <translation>Abrir las filas reservadas</translation>
    </message>
</context>
<context>
    <name>StackedBar</name>
    <message>
        <source>Memory forecast</source>
        <translation>Previsión de memoria</translation>
    </message>
    <message>
        <source>{peak} needed of {free} free</source>
        <translation>Hacen falta {peak} de {free} libres</translation>
    </message>
    <message>
        <source>forecast {size}</source>
        <translation>previsión {size}</translation>
    </message>
    <message>
        <source>measured {size}</source>
        <translation>medido {size}</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>{size} libres</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Try it with the sample tickets</source>
        <translation>Probarlo con los tickets de ejemplo</translation>
    </message>
    <message>
        <source>Where you left off</source>
        <translation>Donde se dejó</translation>
    </message>
    <message>
        <source>Fine-tune a model</source>
        <translation>Ajustar un modelo</translation>
    </message>
    <message>
        <source>Five short steps. Nothing is changed on disk before the last one.</source>
        <translation>Cinco pasos cortos. Nada cambia en el disco antes del último.</translation>
    </message>
    <message>
        <source>no model yet</source>
        <translation>aún sin modelo</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>aún sin datos</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>Modelo base</translation>
    </message>
    <message>
        <source>the model that learns; it stays as it is</source>
        <translation>el modelo que aprende; queda como está</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>your examples, checked row by row, shown as the model sees them</source>
        <translation>los ejemplos, comprobados fila por fila y mostrados como los ve el modelo</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>settings with the evidence behind each</source>
        <translation>ajustes, con la razón de cada uno</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>memory and time, measured with a few real steps</source>
        <translation>memoria y tiempo, medidos con unos pasos reales</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecución</translation>
    </message>
    <message>
        <source>watch it learn; stop and resume whenever you like</source>
        <translation>ver cómo aprende; detener y reanudar cuando se quiera</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Show what the model&apos;s window holds</source>
        <translation>Mostrar qué contiene la ventana del modelo</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation>{0} tokens</translation>
    </message>
    <message>
        <source>{0} tokens/s</source>
        <translation>{0} tokens/s</translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation>semilla {0}</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Show me</source>
        <translation>Mostrar cómo</translation>
    </message>
</context>
<context>
    <name>StepItem</name>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>Step {n}: {name}</source>
        <translation>Paso {n}: {name}</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>All runs</source>
        <translation>Todas las ejecuciones</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>Nueva ejecución</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Base model</source>
        <translation>Modelo base</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecución</translation>
    </message>
    <message>
        <source>Choose a base model.</source>
        <translation>Elegir un modelo base.</translation>
    </message>
    <message>
        <source>Choose a data file.</source>
        <translation>Elegir un archivo de datos.</translation>
    </message>
    <message>
        <source>The file is being looked at.</source>
        <translation>Se está examinando el archivo.</translation>
    </message>
    <message>
        <source>This file has no rows that can be trained on.</source>
        <translation>Este archivo no tiene filas con las que se pueda entrenar.</translation>
    </message>
</context>
<context>
    <name>Stops</name>
    <message>
        <source>Stop strings</source>
        <translation>Cadenas de parada</translation>
    </message>
    <message>
        <source>The reply ends before the first of these texts.</source>
        <translation>La respuesta termina antes del primero de estos textos.</translation>
    </message>
    <message>
        <source>A text that ends the reply</source>
        <translation>Un texto que termina la respuesta</translation>
    </message>
    <message>
        <source>Write \n for a new line</source>
        <translation>\n representa una línea nueva</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
</context>
<context>
    <name>SwitchStep</name>
    <message>
        <source>Go back to the first reply</source>
        <translation>Volver a la primera respuesta</translation>
    </message>
    <message>
        <source>The arrows switch between the branches, at every place where the conversation forks. Nothing that was said is lost when a message is edited or answered again.</source>
        <translation>Las flechas cambian entre las ramas, allí donde la conversación se bifurca. Nada de lo dicho se pierde al editar un mensaje o responderlo de nuevo.</translation>
    </message>
    <message>
        <source>Press the arrow to the left.</source>
        <translation>Pulsar la flecha de la izquierda.</translation>
    </message>
</context>
<context>
    <name>TagBar</name>
    <message>
        <source>Filter by tags</source>
        <translation>Filtrar por etiquetas</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Todas las etiquetas</translation>
    </message>
    <message>
        <source>Show all tags</source>
        <translation>Mostrar todas las etiquetas</translation>
    </message>
</context>
<context>
    <name>TallyPopover</name>
    <message>
        <source>Picked as the better reply</source>
        <translation>Elegida como la mejor respuesta</translation>
    </message>
    <message>
        <source>Add picks to a data set…</source>
        <translation>Añadir las elecciones a un conjunto de datos…</translation>
    </message>
    <message>
        <source>{0} judged, of these {1} blind; {2} ties; {3} times no reply was good enough.</source>
        <translation>{0} juzgadas, {1} de ellas a ciegas; {2} empates; {3} veces ninguna respuesta fue suficientemente buena.</translation>
    </message>
    <message>
        <source>Picks made with the names in sight may follow the names. Blind ones are evidence.</source>
        <translation>Quien ve los nombres quizá elige por los nombres. Los juicios a ciegas son pruebas.</translation>
    </message>
    <message>
        <source>A column&apos;s settings were changed between rounds: its wins are not of one setting.</source>
        <translation>Los ajustes de una columna cambiaron entre rondas: sus victorias no son de un solo ajuste.</translation>
    </message>
</context>
<context>
    <name>TemplateVariables</name>
    <message>
        <source>Chat template</source>
        <translation>Plantilla de chat</translation>
    </message>
    <message>
        <source>What the template of this model can be told.</source>
        <translation>Lo que se puede indicar a la plantilla de este modelo.</translation>
    </message>
</context>
<context>
    <name>ThingCard</name>
    <message>
        <source>More for {0}</source>
        <translation>Más para {0}</translation>
    </message>
</context>
<context>
    <name>TimeCard</name>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>Un paso</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disco</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Midiendo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Medir</translation>
    </message>
    <message>
        <source>Time and disk</source>
        <translation>Tiempo y disco</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Medir de nuevo</translation>
    </message>
    <message>
        <source>from measured steps</source>
        <translation>según los pasos medidos</translation>
    </message>
    <message>
        <source>{n} rows each</source>
        <translation>{n} filas cada uno</translation>
    </message>
    <message>
        <source>loading {time}</source>
        <translation>carga {time}</translation>
    </message>
    <message>
        <source>of {n} free</source>
        <translation>de {n} libres</translation>
    </message>
    <message>
        <source>Hone runs a few real steps to know, instead of guessing. Nothing of them is kept.</source>
        <translation>Hone ejecuta unos pasos reales para saberlo en lugar de adivinar. No se conserva nada de ellos.</translation>
    </message>
    <message>
        <source>Measured with a few real steps on this machine.</source>
        <translation>Medido con unos pasos reales en este equipo.</translation>
    </message>
    <message>
        <source>Not measured. Time is known once a few real steps have run.</source>
        <translation>Sin medir. El tiempo se sabe tras ejecutar unos pasos reales.</translation>
    </message>
</context>
<context>
    <name>Toaster</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Another action</source>
        <translation>Otra acción</translation>
    </message>
</context>
<context>
    <name>TokenCard</name>
    <message>
        <source>What could have come here</source>
        <translation>Lo que podría haber venido aquí</translation>
    </message>
    <message>
        <source>Choose one, and the conversation goes on from it in a branch.</source>
        <translation>Al elegir uno, la conversación sigue desde él en una rama.</translation>
    </message>
    <message>
        <source>Point at a token, click it to keep it, or walk with the arrow keys. N goes to the next one that stands out.</source>
        <translation>Señalar un token, fijarlo con un clic o recorrerlos con las flechas. N pasa al siguiente que destaca.</translation>
    </message>
    <message>
        <source>Surprise {0}</source>
        <translation>Sorpresa {0}</translation>
    </message>
    <message>
        <source>{0} tokens make this character</source>
        <translation>{0} tokens forman este carácter</translation>
    </message>
    <message>
        <source>the likeliest token</source>
        <translation>el token más probable</translation>
    </message>
    <message>
        <source>rank {0}</source>
        <translation>puesto {0}</translation>
    </message>
    <message>
        <source>The model was certain of what comes (entropy {0}).</source>
        <translation>El modelo estaba seguro de lo que sigue (entropía {0}).</translation>
    </message>
    <message>
        <source>The model was as undecided as among {0} equally likely tokens (entropy {1}).</source>
        <translation>El modelo dudaba como entre {0} tokens igual de probables (entropía {1}).</translation>
    </message>
    <message>
        <source>With {4} this stretch is cut otherwise; it has {1} instead of {0} ({2}).</source>
        <translation>Con {4} este tramo se divide de otro modo; tiene {1} en lugar de {0} ({2}).</translation>
    </message>
    <message>
        <source>With {4} as likely: {1}.</source>
        <translation>Con {4} es igual de probable: {1}.</translation>
    </message>
    <message>
        <source>With {4} {3} times as likely: {1} instead of {0} ({2}).</source>
        <translation>Con {4} es {3} veces más probable: {1} en lugar de {0} ({2}).</translation>
    </message>
    <message>
        <source>With {4} {3} times less likely: {1} instead of {0} ({2}).</source>
        <translation>Con {4} es {3} veces menos probable: {1} en lugar de {0} ({2}).</translation>
    </message>
</context>
<context>
    <name>TokenText</name>
    <message>
        <source>The reply, token by token</source>
        <translation>La respuesta, token por token</translation>
    </message>
</context>
<context>
    <name>TokenView</name>
    <message>
        <source>Row as the model sees it</source>
        <translation>La fila como la ve el modelo</translation>
    </message>
    <message>
        <source>trained: the model learns to write it</source>
        <translation>entrenado: el modelo aprende a escribirlo</translation>
    </message>
    <message>
        <source>read, not trained</source>
        <translation>leído, no entrenado</translation>
    </message>
    <message>
        <source>Token {n}, id {id}: {text} ({trained})</source>
        <translation>Token {n}, número {id}: {text} ({trained})</translation>
    </message>
    <message>
        <source>{tokens} tokens, {trained} of them trained.</source>
        <translation>{tokens} tokens, {trained} de ellos entrenados.</translation>
    </message>
</context>
<context>
    <name>TokenWords</name>
    <message>
        <source>nearly 100%</source>
        <translation>casi 100 %</translation>
    </message>
    <message>
        <source>practically never</source>
        <translation>prácticamente nunca</translation>
    </message>
    <message>
        <source>1 in {0}</source>
        <translation>1 de {0}</translation>
    </message>
    <message>
        <source>{0} bits</source>
        <translation>{0} bits</translation>
    </message>
    <message>
        <source>over a million</source>
        <translation>más de un millón</translation>
    </message>
</context>
<context>
    <name>TokensPanel</name>
    <message>
        <source>Reading the reply</source>
        <translation>Leyendo la respuesta</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>Colorear por</translation>
    </message>
    <message>
        <source>Surprise</source>
        <translation>Sorpresa</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropía</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Reply before</source>
        <translation>Respuesta anterior</translation>
    </message>
    <message>
        <source>Reply after</source>
        <translation>Respuesta siguiente</translation>
    </message>
    <message>
        <source>The reply&apos;s reasoning is left out: its text alone is read.</source>
        <translation>El razonamiento de la respuesta se omite: solo se lee su texto.</translation>
    </message>
    <message>
        <source>The dotted beginning was given to the model.</source>
        <translation>El comienzo punteado se dio al modelo.</translation>
    </message>
    <message>
        <source>Written by {0}, read by {1}.</source>
        <translation>Escrito por {0}, leído por {1}.</translation>
    </message>
    <message>
        <source>It was continued under another prompt than the one that it began with.</source>
        <translation>Se continuó con un prompt distinto de aquel con el que empezó.</translation>
    </message>
    <message>
        <source>The prompt that it was made with is not known; the present one is taken.</source>
        <translation>No se conoce el prompt con el que se hizo; se toma el actual.</translation>
    </message>
    <message>
        <source>It is read under the prompt that it was made with; the present one is another.</source>
        <translation>Se lee con el prompt con el que se hizo; el actual es otro.</translation>
    </message>
    <message>
        <source>{0} with {1}</source>
        <translation>{0} con {1}</translation>
    </message>
    <message>
        <source>No reply yet</source>
        <translation>Aún no hay respuesta</translation>
    </message>
    <message>
        <source>Say something to the model. Its reply is shown here token by token: how likely each was, and what could have come instead.</source>
        <translation>Decir algo al modelo. Su respuesta se muestra aquí token por token: lo probable que era cada uno y qué podría haber venido en su lugar.</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Colour tokens by surprise</source>
        <translation>Colorear los tokens por sorpresa</translation>
    </message>
    <message>
        <source>Colour tokens by entropy</source>
        <translation>Colorear los tokens por entropía</translation>
    </message>
    <message>
        <source>Colour tokens by difference</source>
        <translation>Colorear los tokens por diferencia</translation>
    </message>
    <message>
        <source>Tokens of the reply before</source>
        <translation>Tokens de la respuesta anterior</translation>
    </message>
    <message>
        <source>Tokens of the reply after</source>
        <translation>Tokens de la respuesta siguiente</translation>
    </message>
    <message>
        <source>Walk through the tokens</source>
        <translation>Recorrer los tokens</translation>
    </message>
    <message>
        <source>Reply {0} of {1}</source>
        <translation>Respuesta {0} de {1}</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Leer de nuevo</translation>
    </message>
    <message>
        <source>The reading was cancelled.</source>
        <translation>La lectura se canceló.</translation>
    </message>
</context>
<context>
    <name>TokensStep</name>
    <message>
        <source>See how sure it was</source>
        <translation>Ver lo seguro que estaba</translation>
    </message>
    <message>
        <source>Each token of a reply was one of several that could have come. The token view tells their probabilities, and any of them can be chosen to go on from there.</source>
        <translation>Cada token de una respuesta era uno de varios posibles. La vista de tokens dice sus probabilidades, y se puede seguir desde cualquiera de ellos.</translation>
    </message>
    <message>
        <source>Strong colours mark the tokens that surprised the model. Point at one of them.</source>
        <translation>Los colores fuertes marcan los tokens que sorprendieron al modelo. Señalar uno de ellos.</translation>
    </message>
</context>
<context>
    <name>ToolBlocks</name>
    <message>
        <source>{0} failed · {1}</source>
        <translation>{0} falló · {1}</translation>
    </message>
    <message>
        <source>{0} answered · {1}</source>
        <translation>{0} respondió · {1}</translation>
    </message>
    <message>
        <source>The tool</source>
        <translation>La herramienta</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>under {0} s</source>
        <translation>menos de {0} s</translation>
    </message>
</context>
<context>
    <name>ToolCard</name>
    <message>
        <source>The tool is running</source>
        <translation>La herramienta se está ejecutando</translation>
    </message>
    <message>
        <source>Run once</source>
        <translation>Ejecutar una vez</translation>
    </message>
    <message>
        <source>Allow in this conversation</source>
        <translation>Permitir en esta conversación</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Tell the model</source>
        <translation>Decir al modelo</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>The model wants to use {0}</source>
        <translation>El modelo quiere usar {0}</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Ejecutar de nuevo</translation>
    </message>
    <message>
        <source>Looking at the call…</source>
        <translation>Examinando la llamada…</translation>
    </message>
    <message>
        <source>The model wants to use this tool. It runs only if you say so.</source>
        <translation>El modelo quiere usar esta herramienta. Solo se ejecuta con permiso.</translation>
    </message>
    <message>
        <source>This call was begun, and what came of it is not known: it may have had its effect. Run it again, or decline.</source>
        <translation>Esta llamada se inició y no se sabe qué resultó: puede haber tenido efecto. Ejecutarla de nuevo o rechazarla.</translation>
    </message>
    <message>
        <source>Running for {0} s</source>
        <translation>En marcha desde hace {0} s</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>The model may use {0}</source>
        <translation>El modelo puede usar {0}</translation>
    </message>
    <message>
        <source>Calls of {0}</source>
        <translation>Llamadas de {0}</translation>
    </message>
    <message>
        <source>Asks first</source>
        <translation>Pregunta antes</translation>
    </message>
    <message>
        <source>Allowed here</source>
        <translation>Permitida aquí</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Mostrarlo todo</translation>
    </message>
    <message>
        <source>It describes itself in other words than when you switched it on. Read them first.</source>
        <translation>Se describe con otras palabras que al encenderla. Conviene leerlas antes.</translation>
    </message>
    <message>
        <source>Works out arithmetic exactly.</source>
        <translation>Calcula con exactitud.</translation>
    </message>
    <message>
        <source>Tells the present date and time, here or in a time zone.</source>
        <translation>Dice la fecha y la hora actuales, aquí o en un huso horario.</translation>
    </message>
    <message>
        <source>Counts the days, weekdays and months between two dates.</source>
        <translation>Cuenta los días, días laborables y meses entre dos fechas.</translation>
    </message>
    <message>
        <source>Sees names, sizes and dates.</source>
        <translation>Ve nombres, tamaños y fechas.</translation>
    </message>
    <message>
        <source>Reads text files up to 20 MB.</source>
        <translation>Lee archivos de texto de hasta 20 MB.</translation>
    </message>
    <message>
        <source>Finds lines that hold a text.</source>
        <translation>Encuentra las líneas que contienen un texto.</translation>
    </message>
</context>
<context>
    <name>ToolTalk</name>
    <message>
        <source>Declined</source>
        <translation>Rechazada</translation>
    </message>
    <message>
        <source>Stopped before it ran.</source>
        <translation>Detenida antes de ejecutarse.</translation>
    </message>
    <message>
        <source>A tool without a name</source>
        <translation>Una herramienta sin nombre</translation>
    </message>
    <message>
        <source>The model has used tools {0} times in a row, so it asks again.</source>
        <translation>El modelo ha usado herramientas {0} veces seguidas, así que vuelve a preguntar.</translation>
    </message>
    <message>
        <source>from the server {0}</source>
        <translation>del servidor {0}</translation>
    </message>
    <message>
        <source>in the granted folder</source>
        <translation>en la carpeta permitida</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>integrada</translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation>Se detuvo.</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Calculator</source>
        <translation>Calculadora</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Fecha y hora</translation>
    </message>
    <message>
        <source>Time between dates</source>
        <translation>Tiempo entre fechas</translation>
    </message>
    <message>
        <source>List files</source>
        <translation>Listar archivos</translation>
    </message>
    <message>
        <source>Read a file</source>
        <translation>Leer un archivo</translation>
    </message>
    <message>
        <source>Search files</source>
        <translation>Buscar en los archivos</translation>
    </message>
</context>
<context>
    <name>ToolsPanel</name>
    <message>
        <source>Built in</source>
        <translation>Integradas</translation>
    </message>
    <message>
        <source>MCP servers bring more tools, such as notes, calendars or databases. There is none yet.</source>
        <translation>Los servidores MCP traen más herramientas, como notas, calendarios o bases de datos. Aún no hay ninguno.</translation>
    </message>
    <message>
        <source>Manage servers…</source>
        <translation>Gestionar los servidores…</translation>
    </message>
    <message>
        <source>Every call is shown in the conversation. It asks first unless you allow the tool here.</source>
        <translation>Cada llamada se muestra en la conversación. Pregunta antes, salvo que la herramienta esté permitida aquí.</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Servidores</translation>
    </message>
    <message>
        <source>{0} cannot use tools: its chat template has no place for them.</source>
        <translation>{0} no puede usar herramientas: su plantilla de chat no tiene lugar para ellas.</translation>
    </message>
    <message>
        <source>Choose a model that was trained to call tools, such as a Qwen3 or Llama 3 Instruct.</source>
        <translation>Conviene elegir un modelo entrenado para llamar herramientas, como Qwen3 o Llama 3 Instruct.</translation>
    </message>
    <message>
        <source>Whether {0} can use tools is decided by its server.</source>
        <translation>Si {0} puede usar herramientas lo decide su servidor.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Iniciando…</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>That did not work. {0}</source>
        <translation>No ha funcionado. {0}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>The tour is in the command palette and the settings</source>
        <translation>El recorrido está en la paleta de comandos y en los ajustes</translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>Skip the tour</source>
        <translation>Saltar el recorrido</translation>
    </message>
</context>
<context>
    <name>TrainedCard</name>
    <message>
        <source>Trained share</source>
        <translation>Parte entrenada</translation>
    </message>
    <message>
        <source>{0} of all tokens are trained: the replies.</source>
        <translation>Se entrena el {0} de todos los tokens: las respuestas.</translation>
    </message>
    <message>
        <source>Most rows do not train a stop token: replies may never end.</source>
        <translation>La mayoría de las filas no entrena un token de parada: las respuestas quizá no terminen nunca.</translation>
    </message>
    <message>
        <source>Rows of which not every reply is trained: {0}.</source>
        <translation>Filas en las que no se entrenan todas las respuestas: {0}.</translation>
    </message>
    <message>
        <source>Rows that the model&apos;s template refuses: {0}.</source>
        <translation>Filas que rechaza la plantilla del modelo: {0}.</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Go to the end</source>
        <translation>Ir al final</translation>
    </message>
</context>
<context>
    <name>TrashSheet</name>
    <message>
        <source>Deleted conversations</source>
        <translation>Conversaciones eliminadas</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>La papelera está vacía.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Eliminar para siempre</translation>
    </message>
    <message>
        <source>Empty trash</source>
        <translation>Vaciar la papelera</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>What was deleted stays here for {0} days.</source>
        <translation>Lo eliminado se queda aquí {0} días.</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papelera</translation>
    </message>
    <message>
        <source>Empty for good?</source>
        <translation>¿Vaciar para siempre?</translation>
    </message>
</context>
<context>
    <name>TunePage</name>
    <message>
        <source>A draft with the same plan: {0}</source>
        <translation>Un borrador con el mismo plan: {0}</translation>
    </message>
    <message>
        <source>Back to the draft before</source>
        <translation>Volver al borrador anterior</translation>
    </message>
    <message>
        <source>Another run is training.</source>
        <translation>Otra ejecución está entrenando.</translation>
    </message>
    <message>
        <source>Start this one when that has ended.</source>
        <translation>Iniciar esta cuando aquella termine.</translation>
    </message>
    <message>
        <source>{name} was deleted.</source>
        <translation>{name} se eliminó.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>Ajuste fino</translation>
    </message>
    <message>
        <source>Fine-tuning: step {step} of {steps}</source>
        <translation>Ajuste fino: paso {step} de {steps}</translation>
    </message>
</context>
<context>
    <name>TuneStep</name>
    <message>
        <source>When prompting is not enough</source>
        <translation>Cuando los prompts no bastan</translation>
    </message>
    <message>
        <source>Here a model is fine-tuned with your examples: what it needs, how long it takes and whether it became better is measured and said. The sample tickets train the demo model in a few minutes.</source>
        <translation>Aquí se ajusta un modelo con ejemplos propios: se mide y se dice qué necesita, cuánto tarda y si mejoró. Los tickets de ejemplo entrenan el modelo de demostración en unos minutos.</translation>
    </message>
    <message>
        <source>Open the page of fine-tuning.</source>
        <translation>Abrir la página «Ajuste fino».</translation>
    </message>
</context>
<context>
    <name>TurnCard</name>
    <message>
        <source>Role of turn {0}</source>
        <translation>Papel del turno {0}</translation>
    </message>
    <message>
        <source>Text of turn {0}</source>
        <translation>Texto del turno {0}</translation>
    </message>
    <message>
        <source>Move turn {0} up</source>
        <translation>Subir el turno {0}</translation>
    </message>
    <message>
        <source>Move turn {0} down</source>
        <translation>Bajar el turno {0}</translation>
    </message>
    <message>
        <source>Remove turn {0}</source>
        <translation>Quitar el turno {0}</translation>
    </message>
    <message>
        <source>What else the turn has</source>
        <translation>Qué más tiene el turno</translation>
    </message>
</context>
<context>
    <name>TurnsPart</name>
    <message>
        <source>Add a turn</source>
        <translation>Añadir un turno</translation>
    </message>
</context>
<context>
    <name>UserPresets</name>
    <message>
        <source>Your presets</source>
        <translation>Preajustes propios</translation>
    </message>
    <message>
        <source>Preset saved: {0}</source>
        <translation>Preajuste guardado: {0}</translation>
    </message>
    <message>
        <source>Preset deleted: {0}</source>
        <translation>Preajuste eliminado: {0}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Save these parameters…</source>
        <translation>Guardar estos parámetros…</translation>
    </message>
    <message>
        <source>Rename {0}…</source>
        <translation>Cambiar el nombre de {0}…</translation>
    </message>
    <message>
        <source>Delete {0}</source>
        <translation>Eliminar {0}</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Nombre del preajuste</translation>
    </message>
    <message>
        <source>Length and seed are not part of it.</source>
        <translation>La longitud y la semilla no forman parte de él.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>ValueForm</name>
    <message>
        <source>Without a value: {0}. The model gets nothing in these places.</source>
        <translation>Sin valor: {0}. En esos lugares el modelo no recibe nada.</translation>
    </message>
</context>
<context>
    <name>ValueRow</name>
    <message>
        <source>Back to the default of {0}</source>
        <translation>Volver al valor por defecto de {0}</translation>
    </message>
</context>
<context>
    <name>VariableRow</name>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Long text</source>
        <translation>Texto largo</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Opción</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Variable {0}</source>
        <translation>Variable {0}</translation>
    </message>
    <message>
        <source>Name of the variable {0}</source>
        <translation>Nombre de la variable {0}</translation>
    </message>
    <message>
        <source>Kind of {0}</source>
        <translation>Tipo de {0}</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>sin usar</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>Quitar {0}</translation>
    </message>
    <message>
        <source>Choices of {0}</source>
        <translation>Opciones de {0}</translation>
    </message>
    <message>
        <source>Choices: one, two, three</source>
        <translation>Opciones: uno, dos, tres</translation>
    </message>
    <message>
        <source>What to fill in</source>
        <translation>Qué rellenar</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Help for {0}</source>
        <translation>Ayuda para {0}</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Por defecto</translation>
    </message>
</context>
<context>
    <name>VariableRows</name>
    <message>
        <source>Write {{name}} into a text, and the variable appears here with its kind and default.</source>
        <translation>Al escribir {{name}} en un texto, la variable aparece aquí con su tipo y valor por defecto.</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Your adapter is ready</source>
        <translation>El adaptador está listo</translation>
    </message>
    <message>
        <source>It learned: {n} less loss on rows it has never seen</source>
        <translation>Ha aprendido: {n} menos de pérdida en filas que nunca ha visto</translation>
    </message>
    <message>
        <source>It got worse on rows it has never seen</source>
        <translation>Ha empeorado en filas que nunca ha visto</translation>
    </message>
    <message>
        <source>No real change on rows it has never seen</source>
        <translation>Ningún cambio real en filas que nunca ha visto</translation>
    </message>
    <message>
        <source>There was no held-out measurement, so whether it helped shows only when you chat with it.</source>
        <translation>No hubo medición reservada, así que solo conversando se ve si ha ayudado.</translation>
    </message>
    <message>
        <source>Yet it guesses fewer tokens exactly than before: it has only begun to learn. Train longer.</source>
        <translation>Aun así acierta menos tokens que antes: apenas ha empezado a aprender. Conviene entrenar más.</translation>
    </message>
    <message>
        <source>The model now finds such replies likelier. Chat with it to hear whether they are good.</source>
        <translation>Ahora el modelo encuentra más probables estas respuestas. Conversando se oye si son buenas.</translation>
    </message>
    <message>
        <source>Try a lower learning rate or fewer epochs, and look at the preview of the rows again.</source>
        <translation>Conviene probar una tasa de aprendizaje menor o menos épocas, y volver a mirar la vista previa de las filas.</translation>
    </message>
    <message>
        <source>Try more rows, more epochs or a higher learning rate; or the base may already know this.</source>
        <translation>Conviene probar más filas, más épocas o una tasa de aprendizaje mayor; o quizá la base ya lo sabe.</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>Held-out loss</source>
        <translation>Pérdida reservada</translation>
    </message>
    <message>
        <source>Token accuracy</source>
        <translation>Exactitud de tokens</translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>Tiempo de entrenamiento</translation>
    </message>
    <message>
        <source>Name of the adapter</source>
        <translation>Nombre del adaptador</translation>
    </message>
    <message>
        <source>Chat with it</source>
        <translation>Conversar con él</translation>
    </message>
    <message>
        <source>Start another</source>
        <translation>Empezar otra</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>base {loss}</source>
        <translation>base {loss}</translation>
    </message>
    <message>
        <source>best at step {step}</source>
        <translation>mejor en el paso {step}</translation>
    </message>
    <message>
        <source>Its files</source>
        <translation>Sus archivos</translation>
    </message>
</context>
<context>
    <name>VersionCard</name>
    <message>
        <source>Version {0}</source>
        <translation>Versión {0}</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>en uso</translation>
    </message>
    <message>
        <source>Use this version</source>
        <translation>Usar esta versión</translation>
    </message>
    <message>
        <source>Use version {0}</source>
        <translation>Usar la versión {0}</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>Open the folder of version {0}</source>
        <translation>Abrir la carpeta de la versión {0}</translation>
    </message>
    <message>
        <source>The rows as they were found.</source>
        <translation>Las filas tal como se encontraron.</translation>
    </message>
    <message>
        <source>Made of version {0}.</source>
        <translation>Hecha a partir de la versión {0}.</translation>
    </message>
    <message>
        <source>{0} before, {1} now</source>
        <translation>{0} antes, {1} ahora</translation>
    </message>
    <message>
        <source>could not be carried over: {0}</source>
        <translation>no se pudieron trasladar: {0}</translation>
    </message>
</context>
<context>
    <name>VersionsTab</name>
    <message>
        <source>Every change makes a version. None of them changes afterwards, and you can go to any.</source>
        <translation>Cada cambio crea una versión. Ninguna cambia después, y se puede ir a cualquiera.</translation>
    </message>
    <message>
        <source>A note on this data set</source>
        <translation>Una nota sobre este conjunto de datos</translation>
    </message>
    <message>
        <source>Note on the data set</source>
        <translation>Nota del conjunto de datos</translation>
    </message>
</context>
<context>
    <name>WayOn</name>
    <message>
        <source>The run was stopped at step {step} of {steps}.</source>
        <translation>La ejecución se detuvo en el paso {step} de {steps}.</translation>
    </message>
    <message>
        <source>Its last checkpoint is kept; resume goes on from there.</source>
        <translation>Su último punto de control se conserva; al reanudar se sigue desde ahí.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Resume this one when that has ended.</source>
        <translation>Reanudar esta cuando aquella termine.</translation>
    </message>
    <message>
        <source>Another run is training.</source>
        <translation>Otra ejecución está entrenando.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Choose a model to begin</source>
        <translation>Elegir un modelo para empezar</translation>
    </message>
    <message>
        <source>Pick one above, or add a GGUF file or a model folder on the Models page.</source>
        <translation>Elegir uno arriba, o añadir un archivo GGUF o una carpeta de modelo en la página «Modelos».</translation>
    </message>
    <message>
        <source>Talk to {0}</source>
        <translation>Hablar con {0}</translation>
    </message>
    <message>
        <source>Everything stays on this computer.</source>
        <translation>Todo se queda en este equipo.</translation>
    </message>
    <message>
        <source>What you say is sent to {0}.</source>
        <translation>Lo que se dice se envía a {0}.</translation>
    </message>
    <message>
        <source>The demo model is tiny: it shows the way from chat to fine-tuning, not what big models know.</source>
        <translation>El modelo de demostración es diminuto: muestra el camino del chat al ajuste fino, no lo que saben los modelos grandes.</translation>
    </message>
    <message>
        <source>What is LoRA?</source>
        <translation>¿Qué es LoRA?</translation>
    </message>
    <message>
        <source>What does the temperature do?</source>
        <translation>¿Qué hace la temperatura?</translation>
    </message>
    <message>
        <source>When should I fine-tune a model?</source>
        <translation>¿Cuándo conviene ajustar un modelo?</translation>
    </message>
    <message>
        <source>Hello! What can you do?</source>
        <translation>¡Hola! ¿Qué sabes hacer?</translation>
    </message>
    <message>
        <source>Drop your data here</source>
        <translation>Soltar aquí los datos</translation>
    </message>
    <message>
        <source>A file, a folder or a workbook: Hone finds out by itself what its rows are, shows what a model would learn of each, and what is wrong with them. Your file stays as it is.</source>
        <translation>Un archivo, una carpeta o un libro: Hone averigua por sí solo qué son sus filas, muestra qué aprendería un modelo de cada una y qué problemas tienen. El archivo queda como está.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Abrir una carpeta…</translation>
    </message>
    <message>
        <source>Use the sample data</source>
        <translation>Usar los datos de ejemplo</translation>
    </message>
    <message>
        <source>JSON lines, JSON, CSV, TSV, Excel, Parquet, Arrow, text and Markdown, packed or not</source>
        <translation>JSON Lines, JSON, CSV, TSV, Excel, Parquet, Arrow, texto y Markdown, comprimidos o no</translation>
    </message>
</context>
<context>
    <name>WelcomeStep</name>
    <message>
        <source>Two minutes with a model</source>
        <translation>Dos minutos con un modelo</translation>
    </message>
    <message>
        <source>Talk to a model, see what it gets and how sure it was, and find where a better prompt or a fine-tune begins. Each step waits for you, or is done by “Show me”.</source>
        <translation>Hablar con un modelo, ver lo que recibe y lo seguro que estaba, y encontrar dónde empieza un prompt mejor o un ajuste fino. Cada paso espera, o lo hace «Mostrar cómo».</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Ir a</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Paleta de comandos</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Hacer el recorrido</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Undo, or what else the notice offers</source>
        <translation>Deshacer, o lo que ofrezca el aviso</translation>
    </message>
    <message>
        <source>Quit Hone</source>
        <translation>Salir de Hone</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Tamaño normal del texto</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Tema claro</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Tema oscuro</translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation>Tema del sistema</translation>
    </message>
    <message>
        <source>Text size {0} %</source>
        <translation>Tamaño del texto {0} %</translation>
    </message>
</context>
<context>
    <name>WindowPolicy</name>
    <message>
        <source>When the window is full</source>
        <translation>Cuando la ventana está llena</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Drop oldest</source>
        <translation>Quitar lo antiguo</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>Deslizar</translation>
    </message>
    <message>
        <source>Nothing is left out: a message that does not fit is refused, and you decide what to shorten.</source>
        <translation>No se omite nada: un mensaje que no cabe se rechaza, y queda por decidir qué acortar.</translation>
    </message>
    <message>
        <source>The model no longer reads the oldest turns. The system prompt and the examples always stay.</source>
        <translation>El modelo deja de leer los turnos más antiguos. El prompt de sistema y los ejemplos se quedan siempre.</translation>
    </message>
    <message>
        <source>The model reads the newest turns that fill half of the window, so that it has to read anew less often. The system prompt and the examples always stay.</source>
        <translation>El modelo lee los turnos más nuevos que llenan media ventana, para tener que releer menos veces. El prompt de sistema y los ejemplos se quedan siempre.</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>The run has begun; its plan is settled.</source>
        <translation>La ejecución ha empezado; su plan está fijado.</translation>
    </message>
    <message>
        <source>Your choices are kept when you leave.</source>
        <translation>Lo elegido se conserva al salir.</translation>
    </message>
    <message>
        <source>Continue anyway</source>
        <translation>Continuar de todos modos</translation>
    </message>
</context>
<context>
    <name>WorkStrip</name>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>{0} of {1} rows</source>
        <translation>{0} de {1} filas</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>{0} filas</translation>
    </message>
</context>
<context>
    <name>_Choice</name>
    <message>
        <source>Its own</source>
        <translation>Propio</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>No</translation>
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
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Accept as edited</source>
        <translation>Aceptar lo editado</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>_FileCard</name>
    <message>
        <source>Open folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
</context>
<context>
    <name>_PickerPanel</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search in {0}</source>
        <translation>Buscar en {0}</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Token: its text, or # and its id</source>
        <translation>Token: su texto, o # y su número</translation>
    </message>
    <message>
        <source>Text or #id</source>
        <translation>Texto o #número</translation>
    </message>
    <message>
        <source>Added to its logit</source>
        <translation>Se suma a su logit</translation>
    </message>
    <message>
        <source>Remove the token</source>
        <translation>Quitar el token</translation>
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
        <translation>Respuesta</translation>
    </message>
</context>
</TS>
