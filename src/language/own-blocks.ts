import { BlockSchema, blocks } from './component-schema';
import { argument } from './meta-arguments';

// The blocks of Packer's own language. In its positions for literals, Packer evaluates no expressions.

export const PACKER: BlockSchema = {
  options: [argument('required_version', { evaluation: 'literal' })],
};

export const VALIDATION: BlockSchema = {
  options: [argument('condition'), argument('error_message', { evaluation: 'literal' })],
};

export const VARIABLE: BlockSchema = {
  options: [
    argument('type', { evaluation: 'type' }),
    argument('default'),
    argument('description', { evaluation: 'literal' }),
    argument('sensitive', { evaluation: 'literal' }),
    blocks('validation', VALIDATION, { goTemplate: 'none' }),
  ],
};

export const LOCAL: BlockSchema = {
  options: [argument('expression'), argument('sensitive', { evaluation: 'literal' })],
};

export const BUILD: BlockSchema = {
  options: [argument('name'), argument('description'), argument('sources')],
};

/** The name of a source inside a build. */
export const BUILD_SOURCE: BlockSchema = {
  options: [argument('name', { evaluation: 'literal' })],
};

export const HCP_PACKER_REGISTRY: BlockSchema = {
  options: [
    argument('bucket_name', { length: [3, 36] }),
    argument('description', { length: [undefined, 255] }),
    argument('bucket_labels'),
    argument('build_labels'),
    argument('channels', { since: '1.15.0' }),
  ],
};
