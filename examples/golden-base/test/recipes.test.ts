import { plainImage, stepsOf } from './steps';
import { HardenedSsh, NginxSite, Users } from '../src';

test('a site is copied, then served on port 80', () => {
  // GIVEN
  const image = plainImage();

  // WHEN
  new NginxSite(image, 'shop', { root: '/mnt/image', domain: 'shop.example.com', site: __dirname });

  // THEN
  expect(stepsOf(image)).toEqual([
    { runs: 'copy-site.sh', env: { ROOT: '/mnt/image', DOMAIN: 'shop.example.com', SITE: '${path.root}/assets/shop-files/env.SITE/test' } },
    { runs: 'nginx-server.sh', env: { ROOT: '/mnt/image', DOMAIN: 'shop.example.com', PORT: '80' } },
  ]);
});

test('one image has several sites', () => {
  // GIVEN
  const image = plainImage();

  // WHEN
  for (const [id, port] of [['shop', 80], ['admin', 8080]] as const) {
    new NginxSite(image, id, { root: '/mnt/image', domain: `${id}.example.com`, site: __dirname, port });
  }

  // THEN
  expect(stepsOf(image).filter(({ runs }) => runs === 'nginx-server.sh').map(({ env }) => [env.DOMAIN, env.PORT])).toEqual([
    ['shop.example.com', '80'], ['admin.example.com', '8080'],
  ]);
});

test('the server of SSH can listen on another port', () => {
  // GIVEN
  const image = plainImage();

  // WHEN
  new HardenedSsh(image, 'ssh', { root: '/mnt/image', allowUsers: ['ada'], port: 2222 });

  // THEN
  expect(stepsOf(image)).toEqual([{ runs: 'harden-ssh.sh', env: { ROOT: '/mnt/image', ALLOW_USERS: 'ada', PORT: '2222' } }]);
});

test('accounts are added in the order in which they are given', () => {
  // GIVEN
  const image = plainImage();

  // WHEN
  new Users(image, 'users', { root: '/mnt/image', users: [{ name: 'b', uid: 2, key: 'key b' }, { name: 'a', uid: 1, key: 'key a' }] });

  // THEN
  expect(stepsOf(image)).toEqual([
    { runs: 'add-user.sh', env: { ROOT: '/mnt/image', NAME: 'b', NUMBER: '2', KEY: 'key b' } },
    { runs: 'add-user.sh', env: { ROOT: '/mnt/image', NAME: 'a', NUMBER: '1', KEY: 'key a' } },
  ]);
});

test('a name that cannot be that of an account is an error', () => {
  expect(() => new Users(plainImage(), 'users', { root: '/mnt/image', users: [{ name: 'Ada L', uid: 1, key: 'key' }] })).toThrow(
    "plain/users: 'Ada L' cannot be the name of an account. Use lower-case letters, digits, `_` and `-`.",
  );
});
