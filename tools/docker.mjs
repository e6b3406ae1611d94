import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeBaseImage, runBaseImage } from './base-image.mjs';
import { printed } from './child.mjs';
import { install, mayInstall } from './debian.mjs';
import { CACHE, onPath } from './paths.mjs';
import { Missing } from './say.mjs';
import { versionIn } from './versions.mjs';

/** The commands that are needed, and the packages of Debian that hold them. */
const PACKAGES = { podman: 'podman', runc: 'runc', busybox: 'busybox-static' };

/** What lets Podman run inside of a container, where limits, networks and control groups belong to somebody else. */
const INSIDE_A_CONTAINER = `[containers]
default_ulimits = ["nofile=1024:1024", "nproc=1000:1000"]
netns = "host"
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
`;

/** Finds a `docker` command that really runs containers: Docker's own, or one that becomes Podman. */
export async function findDocker() {
  const path = onPath('docker');
  // The version of the daemon: without one the command is of no use.
  const version = path && versionIn(printed(path, ['version', '--format', '{{.Server.Version}}']));
  if (!version) return findPodman();
  await makeBaseImage(path);
  return { name: 'Docker', path, version };
}

async function findPodman() {
  const absent = Object.keys(PACKAGES).filter(command => !onPath(command));
  if (absent.length > 0 && mayInstall()) await install(absent.map(command => PACKAGES[command]));
  const podman = onPath('podman');
  if (!podman) throw new Missing('Docker with a running daemon, or Podman, is needed on PATH.');

  const said = [];
  for (const path of [becoming(podman, 'podman'), becoming(podman, 'podman-inside', INSIDE_A_CONTAINER)]) {
    await makeBaseImage(path);
    const { works, output } = await runBaseImage(path);
    if (works) return { name: 'Podman', path, version: versionIn(printed(path, ['--version'])) };
    said.push(output.trimEnd());
  }
  throw new Missing(`${said.join('\n')}\nPodman is there, but runs no container: see above.`);
}

/** A `docker` that becomes Podman, with settings that are for it alone. */
function becoming(podman, name, settings) {
  const folder = join(CACHE, 'docker', name);
  mkdirSync(folder, { recursive: true });
  let environment = '';
  if (settings) {
    const file = join(folder, 'containers.conf');
    write(file, settings);
    environment = `CONTAINERS_CONF='${file}' `;
  }
  write(join(folder, 'docker'), `#!/bin/sh\n${environment}exec '${podman}' "$@"\n`);
  return join(folder, 'docker');
}

/** In one step, since tests of somebody else may be using it. */
function write(file, text) {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, text, { mode: 0o755 });
  renameSync(unfinished, file);
}
