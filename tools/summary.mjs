import { CI } from './ci.mjs';
import { duration, say } from './say.mjs';

/** Says what ran, with which programs; the last line counts the tests, and each check that failed. Returns the exit code. */
export function summary(results, programs, leftOut) {
  say('');
  for (const { name, passed, failed, skipped, time } of results) {
    const numbers = [passed && `${passed} passed`, failed && `${failed} failed`, skipped && `${skipped} skipped`].filter(Boolean);
    say(`${failed ? '✗' : '✓'} ${name}: ${numbers.join(', ') || 'ok'} (${duration(time)})`);
  }
  say(`  ${programs ? `with ${names(programs).join(', ')}` : 'without the integration tests: see the top for what they need'}`);
  for (const { file, part } of leftOut) say(`  without ${file}: ${programs.missing[part]}`);
  const total = what => results.reduce((sum, result) => sum + result[what], 0);
  if (CI && total('skipped') > 0) say('✗ in CI no test may be skipped');
  const failed = total('failed') + (CI ? total('skipped') : 0);
  say(`${total('passed')} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

function names({ packer, terraform, packers = [], plugins, docker, ec2 }) {
  return [
    ...[packer, ...packers].map(({ version }) => `Packer ${version}`),
    ...plugins?.versions.map(version => `plugin ${version}`) ?? [],
    `Terraform ${terraform.version}`,
    docker && `${docker.name} ${docker.version}`,
    ec2 && `Moto ${ec2.version}`,
  ].filter(Boolean);
}
