/** Something that the user has to put right. Its message is all that is printed. */
export class Failure extends Error {
  public constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Failure';
  }

  /** The exit code of a command that ends with it. */
  public get exitCode(): number {
    return 1;
  }
}

/** A command that was not given as it is to be given. */
export class UsageError extends Failure {
  public get exitCode(): number {
    return 2;
  }
}
