import { Construct } from 'constructs';
import { Block } from './block';
import { effectiveConfiguration, resolveTable } from './component-options';
import { Element } from './element';
import { problem } from './errors';
import { HCP_PACKER_REGISTRY } from './own-blocks';
import { Resolution } from './resolution';
import { templateOf } from './template-of';

/** What is published to HCP Packer. */
export interface HcpPackerRegistryProps {
  /**
   * The bucket: 3 to 36 letters, digits and `-`.
   *
   * @default - the environment variable `HCP_PACKER_BUCKET_NAME`
   */
  readonly bucketName?: string;

  /**
   * What the image is for, in at most 255 characters.
   *
   * @default - no description
   */
  readonly description?: string;

  /**
   * Labels of the bucket.
   *
   * @default - none
   */
  readonly bucketLabels?: { [name: string]: string };

  /**
   * Labels of each build.
   *
   * @default - none
   */
  readonly buildLabels?: { [name: string]: string };

  /**
   * Channels that get the new version. Needs Packer 1.15.
   *
   * @default - none
   */
  readonly channels?: string[];
}

/**
 * Publishes what is known of the artifacts to HCP Packer. A template has one at most, and one build beside it.
 *
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/blocks/build/hcp_packer_registry
 *
 * @example
 * declare const web: Image;
 * new HcpPackerRegistry(web, 'hcp', { bucketName: 'web', bucketLabels: { team: 'web' } });
 */
export class HcpPackerRegistry extends Element {
  /** @internal */
  public readonly _props: HcpPackerRegistryProps;

  /** @throws when no template is above */
  public constructor(scope: Construct, id: string, props: HcpPackerRegistryProps = {}) {
    super(scope, id, 'registry');
    this._props = props;
    templateOf(this, 'HcpPackerRegistry');
  }
}

/** The block, wherever it stands. */
export function renderRegistry(registry: HcpPackerRegistry, resolution: Resolution): Block {
  const { bucketName, description, bucketLabels, buildLabels, channels } = registry._props;
  const given = { bucket_name: bucketName, description, bucket_labels: bucketLabels, build_labels: buildLabels, channels };
  const options = resolveTable(registry, HCP_PACKER_REGISTRY, effectiveConfiguration(registry, resolution, given), resolution);
  const name = options.find(({ schema }) => schema.name === 'bucket_name')?.value;
  if (typeof name === 'string' && /[^A-Za-z0-9-]/.test(name)) { resolution.problem(registry, problem.bucketName(name)); }
  return { type: 'hcp_packer_registry', labels: [], options };
}
