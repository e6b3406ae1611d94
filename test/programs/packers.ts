import { given } from './given';
import { Ended, run, RunOptions, success } from './run';

/** One of the versions of Packer that this library is tested with. */
export class Packer {
  constructor(public readonly version: string, private readonly variable: string) {}

  public get path(): string {
    return given(this.variable);
  }

  public run(args: readonly string[], options?: RunOptions): Ended {
    return run(this.path, args, options);
  }

  /** Runs it, which must succeed; gives what it prints. */
  public success(args: readonly string[], options?: RunOptions): string {
    return success(this.path, args, options);
  }

  /** For the titles of tests. */
  public toString(): string {
    return `Packer ${this.version}`;
  }
}

export const PACKER_1_16_0 = new Packer('1.16.0', 'PACKER');
export const PACKER_1_11_2 = new Packer('1.11.2', 'PACKER_1_11_2');
export const PACKER_1_9_4 = new Packer('1.9.4', 'PACKER_1_9_4');

/** All of them, the newest first. */
export const PACKERS: readonly Packer[] = [PACKER_1_16_0, PACKER_1_11_2, PACKER_1_9_4];
