// Why a loop that runs frames came back, and what a call made there did. Both tiers answer in these words.

export const enum Exit {
  /** A frame with Action.LEAVE returned; its value is Thread.RESULT. */
  LEFT = 0,
  /** The thread's bottom frame returned. */
  FINISHED = 1,
  /** Stopped at a bytecode boundary: the budget is used up, or the scheduler wants another thread. */
  SUSPENDED = 2,
  /** The thread must wait (Thread.WAIT_KIND); the instruction will run again. */
  BLOCKED = 3,
  /** No handler up to the frame with Action.LEAVE or the bottom: the exception is pending. */
  RAISED = 4,
  /** A frame was pushed or left; go on with the current one. */
  ENTERED = 5,
  /** The result lies on the stack. */
  DONE = 6,
  /** A frame has returned to the base that the caller named; its owned value is Thread.RESULT. */
  RETURNED = 7,
}
