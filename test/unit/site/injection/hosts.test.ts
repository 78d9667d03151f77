import assert from 'node:assert/strict';
import { foreignHost, foreignHostIn } from '../../../../server/src/site/injection/hosts';

describe('hosts of others', () => {
  it('are told by absolute addresses', () => {
    assert.equal(foreignHost('https://A.Evil.example/x'), 'a.evil.example');
    assert.equal(foreignHost('//a.evil.example'), 'a.evil.example');
    assert.equal(foreignHost('wss://a.evil.example:8443/s'), 'a.evil.example');
    assert.equal(foreignHost('http://198.51.100.7/in.php'), '198.51.100.7');
  });

  it('are none where the address is the site’s own, not known, or nobody’s', () => {
    const own = [
      '/a.js',
      'a.js',
      '#',
      'https:///',
      '//localhost/a',
      'http://192.168.1.1/',
      'https://example.com/',
      'https://\uE000/a',
    ];
    for (const url of [...own, undefined]) assert.equal(foreignHost(url), undefined, url);
  });

  it('are not those of services that ordinary pages use', () => {
    assert.equal(foreignHost('https://www.googletagmanager.com/gtm.js'), undefined);
    assert.equal(foreignHost('https://js.stripe.com/v3/'), undefined);
  });

  it('are others where a name only ends or begins like a known one', () => {
    assert.equal(foreignHost('https://notgoogle.com/a.js'), 'notgoogle.com');
    assert.equal(foreignHost('https://google.com.evil.example/a.js'), 'google.com.evil.example');
  });

  it('are found within a text', () => {
    assert.equal(foreignHostIn('x="https://www.w3.org/";y="https://a.evil.example/b"'), 'a.evil.example');
    assert.equal(foreignHostIn('// a comment.of mine'), undefined);
  });
});
