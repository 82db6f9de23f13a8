// The user's mistakes on the command line: one clear line on standard error, exit code 2.

export class UsageError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 2) {
    super(message);
    this.exitCode = exitCode;
  }
}
