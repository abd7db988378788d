<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
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
        <source>Small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
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
        <source>Editing an earlier message. The old version stays as a branch.</source>
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
    <name>ConversationDelegate</name>
    <message>
        <source>Title</source>
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
        <source>Nothing matches.</source>
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
        <source>New conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationModel</name>
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
    <name>HelpMark</name>
    <message>
        <source>About {0}</source>
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
    <name>MainWindow</name>
    <message>
        <source>Go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
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
    <name>Panels</name>
    <message>
        <source>Settings</source>
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
        <source>Context used</source>
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
    <message>
        <source>The context holds {0} of {1} tokens.</source>
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
</TS>
