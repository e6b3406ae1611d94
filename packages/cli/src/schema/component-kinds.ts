import { ComponentKind } from './facts';

/** What a kind of component is called in each of the places that name it. */
export interface KindNames {
  /** In the command line that starts one. */
  readonly command: string;
  /** The service of its calls. */
  readonly service: string;
  /** In what `describe` prints. */
  readonly described: string;
}

export const KINDS: Readonly<Record<ComponentKind, KindNames>> = {
  'builder': { command: 'builder', service: 'Builder', described: 'builders' },
  'provisioner': { command: 'provisioner', service: 'Provisioner', described: 'provisioners' },
  'post-processor': { command: 'post-processor', service: 'PostProcessor', described: 'post_processors' },
  'data-source': { command: 'datasource', service: 'Datasource', described: 'datasources' },
};

export const KIND_NAMES = Object.keys(KINDS) as ComponentKind[];
