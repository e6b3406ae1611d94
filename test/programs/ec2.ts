import { ChildProcess, spawn } from 'child_process';
import { once } from 'events';
import { given } from './given';
import { pluginEnvironment } from './plugins';

/** The options of a source or data source that reaches the EC2 of the tests. */
export interface Ec2Access {
  readonly region: string;
  readonly access_key: string;
  readonly secret_key: string;
  readonly custom_endpoint_ec2: string;
  readonly skip_credential_validation: boolean;
  readonly skip_metadata_api_check: boolean;
}

/** An EC2 on this machine alone, with images of well-known owners in every region. What it runs are no machines. */
export class Ec2 {
  private server?: ChildProcess;
  private address?: string;

  public async start(): Promise<void> {
    this.server = spawn(given('MOTO_PYTHON'), ['-m', 'moto.server', '-H', '127.0.0.1', '-p', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
    this.address = await addressIn(this.server);
  }

  public async stop(): Promise<void> {
    if (!this.server || this.server.exitCode !== null) { return; }
    const exit = once(this.server, 'exit');
    this.server.kill();
    await exit;
  }

  public get endpoint(): string {
    if (!this.address) { throw new Error('EC2 was not started'); }
    return this.address;
  }

  /** The environment in which Packer finds its amazon plugin, and this the EC2 of the tests and no other. */
  public get environment(): { [name: string]: string } {
    return { ...pluginEnvironment(), AWS_ENDPOINT_URL: this.endpoint, AWS_EC2_METADATA_DISABLED: 'true' };
  }

  public access(region = 'us-east-1'): Ec2Access {
    return {
      region,
      access_key: 'testing',
      secret_key: 'testing',
      custom_endpoint_ec2: this.endpoint,
      skip_credential_validation: true,
      skip_metadata_api_check: true,
    };
  }

  /** The options of an `amazon-ebs` source, but for the image and the name. */
  public sourceOptions(region?: string) {
    return {
      ...this.access(region),
      communicator: 'none',
      instance_type: 't3.micro',
      aws_polling: { delay_seconds: 1, max_attempts: 5 },
    };
  }

  /**
   * Asks for something, past Packer; gives the XML of the answer.
   *
   * @example await ec2.ask('eu-west-1', 'DescribeImages', { 'ImageId.1': id })
   */
  public async ask(region: string, action: string, parameters: { [name: string]: string } = {}): Promise<string> {
    const response = await fetch(this.endpoint, {
      method: 'POST',
      // The region is nowhere else.
      headers: { authorization: `AWS4-HMAC-SHA256 Credential=testing/20260101/${region}/ec2/aws4_request, SignedHeaders=host, Signature=0` },
      body: new URLSearchParams({ Action: action, Version: '2016-11-15', ...parameters }),
    });
    const answer = await response.text();
    if (!response.ok) { throw new Error(`EC2 answers ${action} with ${response.status}:\n${answer}`); }
    return answer;
  }
}

/** An EC2 that is there during the tests of a file. */
export function ec2DuringTests(): Ec2 {
  const ec2 = new Ec2();
  beforeAll(() => ec2.start());
  afterAll(() => ec2.stop());
  return ec2;
}

/** Waits until the server says where it listens. */
function addressIn(server: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    // Read to its end, or the server could not write any more.
    server.stderr!.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      if (address) { resolve(address); }
    });
    server.on('error', reject);
    server.on('exit', () => reject(new Error(`EC2 did not start:\n${said}`)));
  });
}
