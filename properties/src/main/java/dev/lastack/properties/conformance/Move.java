package dev.lastack.properties.conformance;

import dev.lastack.model.StateView;
import dev.lastack.model.StepView;

/** A step of the model: what starts it, what it tells, and the state that it leads to. */
@SuppressWarnings("ArrayRecordComponent")
record Move(int action, long observations, long[] target, Event event, StepView step, StateView view) {}
