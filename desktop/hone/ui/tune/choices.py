"""The choices of the wizard's draft beside what is recommended."""

from __future__ import annotations

import msgspec

from hone.domain.fields import Value
from hone.domain.plan import Base, Data, Method, Plan, Training
from hone.domain.recommendation import Recommendation
from hone.errors import BadInput
from hone.tuning.draft import Draft
from hone.tuning.flow import WizardFlow
from hone.tuning.methods import find_method


class Choices:
    """A value that the person did not change follows the recommendation; one that was changed stays."""

    def __init__(self, draft: Draft | None = None) -> None:
        self.flow = WizardFlow(draft)
        self.recommendation: Recommendation | None = None
        # The values of a draft that is gone on with were settled before, for this file: a first
        # recommendation for it is only shown beside them. Another file makes all of them stale.
        # A draft that only names model and data has settled nothing yet.
        self._settled_for = draft.train if draft is not None and not _is_fresh(draft) else None

    @property
    def draft(self) -> Draft:
        """The choices so far."""
        return self.flow.draft

    @property
    def changed(self) -> bool:
        """Whether any setting differs from what is recommended."""
        return (
            self.settings() != self.recommended_settings()
            or self.draft.training != self.recommended_training()
        )

    def take(self, recommendation: Recommendation) -> None:
        """Follow a recommendation with all values that were not changed."""
        old = self.recommendation
        settings, training = self.recommended_settings(), self.recommended_training()
        share = old.data.held_out_share if old else Draft().held_out_share
        self.recommendation = recommendation
        settled_for, self._settled_for = self._settled_for, None
        if settled_for is not None:
            if settled_for != self.draft.train:
                self.reset()
            return
        self._set_settings(_followed(self.settings(), settings, self.recommended_settings()))
        self.flow.choose_training(
            msgspec.convert(
                _followed(_values(self.draft.training), _values(training), _values(recommendation.training)),
                Training,
            )
        )
        data = self.draft.data()
        if data is not None and data.held_out_share == share:
            self.flow.choose_data(
                msgspec.structs.replace(data, held_out_share=recommendation.data.held_out_share)
            )

    def settings(self) -> dict[str, Value]:
        """Return the method's settings, all of them."""
        return find_method(self.draft.method.name).checked(self.draft.method.settings)

    def recommended_settings(self) -> dict[str, Value]:
        """Return what is recommended for the fields of the chosen method."""
        method = find_method(self.draft.method.name)
        found = self.recommendation.method.settings if self.recommendation else {}
        known = {field.name for field in method.fields}
        return method.checked({name: value for name, value in found.items() if name in known})

    def recommended_training(self) -> Training:
        """Return the training section that is recommended."""
        return self.recommendation.training if self.recommendation is not None else Training()

    def choose_base(self, base: Base | None) -> None:
        """Take a base model."""
        self.flow.choose_base(base)

    def choose_data(self, data: Data) -> None:
        """Take a data section."""
        self.flow.choose_data(data)

    def choose_method(self, name: str) -> None:
        """Take a method with its recommended settings."""
        self.flow.choose_method(Method(name=name))
        self._set_settings(self.recommended_settings())

    def set_value(self, path: str, value: Value) -> None:
        """Change a field, for example "training.epochs"; raises BadInput for an impossible value."""
        section, name = path.rsplit(".", 1)
        if section == "training":
            self.flow.choose_training(msgspec.structs.replace(self.draft.training, **{name: value}))
        elif section == "data":
            data = self.draft.data()
            if data is not None:
                self.flow.choose_data(msgspec.structs.replace(data, **{name: value}))
        else:
            self._set_settings({**self.settings(), name: value})

    def reset(self) -> None:
        """Go back to what is recommended."""
        self._set_settings(self.recommended_settings())
        self.flow.choose_training(self.recommended_training())

    def plan(self) -> Plan | None:
        """Return the plan; None while model or data are missing."""
        try:
            return self.draft.plan()
        except BadInput:
            return None

    def _set_settings(self, settings: dict[str, Value]) -> None:
        self.flow.choose_method(Method(name=self.draft.method.name, settings=settings))


def _is_fresh(draft: Draft) -> bool:
    """Whether nothing but model and data was chosen; a plan that is begun again has a name."""
    blank = Draft()
    return (draft.name, draft.method, draft.training) == (blank.name, blank.method, blank.training)


def _values(training: Training) -> dict[str, Value]:
    return {name: getattr(training, name) for name in training.__struct_fields__}


def _followed(current: dict[str, Value], old: dict[str, Value], new: dict[str, Value]) -> dict[str, Value]:
    """Keep what differs from the old recommendation, take the new one for the rest."""
    return {name: new[name] if current[name] == old[name] else current[name] for name in current}
