"""Conversations of several turns, small talk, and the honest answer to what the model does not know."""

from __future__ import annotations

import random

from demo_model import guide, noise, systems, tasks
from demo_model import vocabulary as words
from demo_model.conversation import Conversation, Message, exchange

Turn = tuple[str, str]
UNKNOWN_REPLY = (
    "I am a small demo model and do not know that. For such questions, add a larger model on the Models page."
)
GREETINGS = (
    "Hello",
    "Hi",
    "Hi there",
    "Hello there",
    "Good morning",
    "Good evening",
    "Hey",
    "Good afternoon",
    "Hallo",
)
GREETING_REPLY = "Hello! I am the demo model of Hone. Ask me about Hone, prompts or fine-tuning."
THANKS = ("Thanks", "Thank you", "Thank you very much", "Many thanks", "Thanks a lot", "Great, thanks",
          "That helps, thank you", "Thanks, that was clear", "Perfect, thank you", "Thx")  # fmt: skip
THANKS_REPLY = "You are welcome! Just ask if you want to know more."
FAREWELLS = (
    "Bye",
    "Goodbye",
    "See you",
    "Good night",
    "That is all",
    "That was all, bye",
    "I have to go",
    "See you later",
)
FAREWELL_REPLY = "Goodbye! It was nice to talk with you."
PRAISE = (
    "Great",
    "Nice",
    "Good",
    "OK",
    "I see",
    "Cool",
    "Interesting",
    "Understood",
    "Very good",
    "Well done",
    "Aha",
)
PRAISE_REPLY = "Good. What would you like to know next?"
MOODS = (
    "How are you?",
    "How are you today?",
    "How do you do?",
    "How is it going?",
    "Are you well?",
    "What's up?",
)
MOOD_REPLY = "I am fine, thank you. How can I help you?"
ABILITIES = ("What can you do?", "What can you help me with?", "What can I ask you?", "Help",
             "What do you know?",
             "Can you help me?", "How can you help me?", "What should I ask you?",
             "What topics do you know?")  # fmt: skip
ABILITIES_REPLY = (
    "I can explain Hone, prompts and fine-tuning, "
    "and do small tasks such as telling whether a message sounds happy or not."
)
SAD = (
    "I am sad",
    "I am tired",
    "I had a bad day",
    "I feel bad today",
    "I am stressed",
    "Nothing works today",
)
SAD_REPLY = "I am sorry to hear that. I hope it gets better soon."
JOKES = ("Tell me a joke", "Do you know a joke?", "Make me laugh", "Say something funny", "A joke, please")
JOKE_REPLY = "Why did the model stop talking? It had reached its last token."
CHAT = (
    (GREETINGS, GREETING_REPLY), (THANKS, THANKS_REPLY), (FAREWELLS, FAREWELL_REPLY), (PRAISE, PRAISE_REPLY),
    (MOODS, MOOD_REPLY), (ABILITIES, ABILITIES_REPLY), (SAD, SAD_REPLY), (JOKES, JOKE_REPLY),
)  # fmt: skip
MORE = ("Tell me more.", "More, please.", "Can you tell me more?", "Tell me more about that", "Go on.",
        "What else?",
        "And what else should I know?", "Please explain more.", "more", "Some more detail, please.",
        "Continue.",
        "Can you add something?")  # fmt: skip
EXAMPLE = ("Give me an example.", "Can you give me an example?", "For example?", "An example, please.",
           "example?",
           "Do you have an example?", "Show me an example.", "What would be an example?")  # fmt: skip
WHY = ("Why?", "Why is that?", "And why?", "Why so?", "Can you say why?", "why", "What is the reason?")
IN_HONE = ("And in Hone?", "And how do I do that in Hone?", "Where is that in Hone?",
           "How does that work in Hone?",
           "And in this program?", "Where do I find it in Hone?", "and in hone?")  # fmt: skip
AGAIN = (
    "Can you repeat that?",
    "Say that again, please.",
    "Once more, please.",
    "Please repeat.",
    "What did you say?",
)
SHORTER = (
    "Shorter, please.",
    "In one sentence, please.",
    "Can you say it shorter?",
    "Too long. Shorter?",
    "In short?",
)
HONE_PLACE = {
    "temperature": "set_temperature", "top_p": "set_temperature", "top_k": "set_temperature",
    "min_p": "set_temperature", "sampling": "set_temperature", "lora": "start_training",
    "qlora": "start_training",
    "fine_tuning": "start_training", "loss": "loss_chart", "overfitting": "loss_chart",
    "held_out": "data_page",
    "checkpoint": "resume_training", "adapter": "pick_adapter", "gguf": "export",
    "system_prompt": "set_system_prompt", "prompt": "prompts_page", "prompt_engineering": "prompts_page",
    "evaluation": "evaluate_page", "preference_data": "sample_data", "base_model": "pick_model",
    "local_llm": "add_model", "few_shot": "prompts_page", "data_leakage": "data_page",
    "data_quality": "data_page",
    "learning_rate": "start_training", "epoch": "start_training", "rank": "start_training",
    "dpo": "start_training",
    "safetensors": "add_model", "llm": "pick_model", "token": "limit_length",
    "hallucination": "evaluate_page",
}  # fmt: skip
UNKNOWN_FORMS = (
    "What is {s}?", "Explain {s}.", "Tell me about {s}.", "How does {s} work?", "Why is {s} important?",
    "Who invented {s}?", "What do you know about {s}?", "Write an essay about {s}.",
    "Write a poem about {s}.",
    "Give me the history of {s}.", "Can you explain {s}?", "What happened to {s}?", "When did {s} begin?",
)  # fmt: skip
UNKNOWN_QUESTIONS = (
    "What is the weather today?", "Who won the match yesterday?", "What time is it?", "What day is it today?",
    "Who is the president?", "What is in the news?", "Will it rain tomorrow?", "What is the price of gold?",
    "Which film should I watch?", "What should I cook tonight?", "Give me a recipe for a cake.",
    "Book a table for two.",
    "Translate this into French: good morning.", "Translate hello into Spanish.",
    "Write a program in Python.",
    "Write a function that sorts a list.", "Solve this equation: 3x + 5 = 20.", "What is 348 times 27?",
    "Who will win the election?", "What is the meaning of life?", "Should I buy this house?",
    "Is my illness serious?",
    "Which medicine should I take?", "How do I repair my car?", "How tall is the highest mountain?",
    "How far away is the moon?", "What is the population of China?", "Who wrote this book?", "Sing a song.",
    "Draw a picture.", "Plan my holiday.", "Write a business plan.", "What is the square root of 1764?",
    "How do I lose weight?", "Which phone should I buy?", "What is my password?",
    "Where did I leave my keys?",
)  # fmt: skip


def unknown(rng: random.Random) -> Turn:
    """Return a question beyond the model and the honest answer."""
    if rng.random() < 0.3:
        asked = rng.choice(UNKNOWN_QUESTIONS)
    else:
        asked = rng.choice(UNKNOWN_FORMS).format(s=rng.choice(words.UNKNOWN_SUBJECTS))
    return noise.ask(rng, asked[:1].lower() + asked[1:]), UNKNOWN_REPLY


def _typed(rng: random.Random, options: tuple[str, ...]) -> str:
    said = rng.choice(options)
    if said[-1] not in "?!.":
        said += rng.choice(("", ".", "!"))
    return said.lower() if rng.random() < 0.2 else said


def small_talk(rng: random.Random) -> Turn:
    """Return a greeting, thanks, a farewell or the like, with its reply."""
    options, reply = rng.choice(CHAT)
    return _typed(rng, options), reply


def guide_question(rng: random.Random, topic: guide.Topic) -> str:
    """Return a training question of a topic; hand-written ones come as often as composed ones."""
    kinds = {source: cores for source, cores in guide.split().training[topic.key].items() if cores}
    weights = {
        "name": 1.0,
        "action": 1.0,
        "ask": 0.25 + 0.15 * len(kinds.get("ask", ())),
        "extra": 0.25 + 0.15 * len(kinds.get("extra", ())),
    }
    source = rng.choices(tuple(kinds), weights=[weights[name] for name in kinds])[0]
    return noise.ask(rng, rng.choice(kinds[source]))


def _follow_up(rng: random.Random, topic: guide.Topic, last: str) -> Turn:
    """Return a question that leans on the topic of the turn before."""
    kind = rng.random()
    if kind < 0.38:
        return _typed(rng, MORE), topic.more
    if kind < 0.55:
        return _typed(rng, EXAMPLE), topic.example or f"I have no short example for that. {topic.more}"
    if kind < 0.68:
        return _typed(rng, WHY), topic.why or f"In short: {topic.more}"
    if kind < 0.82 and topic.key in HONE_PLACE:
        return _typed(rng, IN_HONE), guide.topics_by_key()[HONE_PLACE[topic.key]].answer
    if kind < 0.91:
        return _typed(rng, SHORTER), systems.sentence(topic.answer)
    return _typed(rng, AGAIN), last


def _guide_turns(rng: random.Random) -> list[Turn]:
    topic = rng.choice(guide.topics())
    turns = [(guide_question(rng, topic), topic.answer)]
    for _ in range(rng.choice((0, 1, 1, 2))):
        turn = _follow_up(rng, topic, turns[-1][1])
        if turn not in turns:
            turns.append(turn)
    return turns


def _name_turns(rng: random.Random) -> tuple[list[Turn], list[Turn]]:
    """Return the turns in which the user gives a name or a city, and those that ask for it."""
    name, city = rng.choice(words.NAMES), rng.choice(words.CITIES)
    if rng.random() < 0.6:
        said = rng.choice(("My name is {n}.", "I am {n}.", "Hi, I am {n}.", "Hello, my name is {n}.",
                           "Call me {n}.",
                           "You can call me {n}.", "This is {n}."))  # fmt: skip
        asked = rng.choice(("What is my name?", "Do you remember my name?", "Who am I?",
                            "Can you tell me my name?",
                            "Do you still know my name?", "What was my name?"))  # fmt: skip
        return [(said.format(n=name), f"Nice to meet you, {name}!")], [(asked, f"Your name is {name}.")]
    said = rng.choice(("I live in {c}.", "I am from {c}.", "My home is in {c}.", "I come from {c}."))
    asked = rng.choice(
        ("Where do I live?", "Which city am I from?", "Where am I from?", "Do you remember my city?")
    )
    return [(said.format(c=city), f"{city} is a nice place to be.")], [
        (asked, f"You told me that you are from {city}.")
    ]


def dialogue(rng: random.Random) -> Conversation:
    """Return a conversation of two to about eight exchanges with changing subjects."""
    parts: list[list[Turn]] = []
    for _ in range(rng.choice((1, 1, 2, 2, 3))):
        kind = rng.random()
        if kind < 0.62:
            parts.append(_guide_turns(rng))
        elif kind < 0.78:
            parts.append([tasks.TASKS[rng.randrange(len(tasks.TASKS))][0](rng)])
        elif kind < 0.9:
            parts.append([small_talk(rng)])
        else:
            parts.append([unknown(rng)])
    if rng.random() < 0.3:
        told, asked = _name_turns(rng)
        parts = [told, *parts, asked] if rng.random() < 0.7 else [told, asked, *parts]
    elif rng.random() < 0.35:
        parts.insert(0, [(_typed(rng, GREETINGS), GREETING_REPLY)])
    if rng.random() < 0.3:
        parts.append([(_typed(rng, THANKS), THANKS_REPLY)])
    turns = [turn for part in parts for turn in part][:8]
    return _conversation(rng, turns)


def _conversation(rng: random.Random, turns: list[Turn]) -> Conversation:
    messages: list[Message] = []
    style = rng.random()
    if style < 0.08:
        prompts, change = rng.choice(((systems.UPPER, str.upper), (systems.PIRATE, systems.pirate)))
        messages.append(Message("system", rng.choice(prompts)))
        turns = [(asked, change(reply)) for asked, reply in turns]
    elif style < 0.35:
        messages.append(Message("system", rng.choice(systems.HELPFUL)))
    for asked, reply in turns:
        messages += [Message("user", asked), Message("assistant", reply)]
    return Conversation(tuple(messages), "dialogue")


def guide_exchange(rng: random.Random, topic: guide.Topic) -> Conversation:
    """Return one question of the guide, plain or under a style."""
    asked = guide_question(rng, topic)
    if rng.random() < 0.15:
        system, reply = systems.styled(rng, topic.answer)
        return exchange(asked, reply, system, "guide_styled")
    return exchange(asked, topic.answer, systems.plain(rng), "guide")


def single(rng: random.Random) -> Conversation:
    """Return small talk, an unknown question or a sentence to repeat, plain or under a style."""
    kind = rng.random()
    if kind < 0.35:
        asked, reply = small_talk(rng)
    elif kind < 0.75:
        asked, reply = unknown(rng)
    else:
        reply = tasks.simple_sentence(rng)
        asked = f"{rng.choice(('Say', 'Repeat', 'Write', 'Repeat this'))}: {reply}"
    if rng.random() < 0.25:
        system, reply = systems.styled(rng, reply)
        return exchange(asked, reply, system, "single_styled")
    return exchange(asked, reply, systems.plain(rng), "single")
