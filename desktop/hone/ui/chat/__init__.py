"""Talk to a model: conversations, transcript, composer, settings of the conversation."""
