import { IConstruct } from 'constructs';

/** Something wrong, or worth a warning, and where. */
export interface Problem {
  readonly construct: IConstruct;
  readonly message: string;
}
