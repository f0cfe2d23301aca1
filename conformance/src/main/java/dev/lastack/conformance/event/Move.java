package dev.lastack.conformance.event;

import dev.lastack.model.view.StateView;
import dev.lastack.model.view.StepView;

/** A step of the model: what starts it, what it tells, and the state that it leads to. */
@SuppressWarnings("ArrayRecordComponent")
public record Move(int action, long observations, long[] target, Event event, StepView step, StateView view) {}
