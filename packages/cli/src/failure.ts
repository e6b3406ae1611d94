/** Something that the user has to put right. Its message is all that is printed. */
export class Failure extends Error {
  public constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Failure';
  }
}
