import assert from 'node:assert/strict';
import { phpOffForNginx } from '../../../../server/src/report/hardening/phpOffRules';

describe('The rules that switch PHP off', () => {
  it('leave out folders whose names nginx could read as something else, and say which', () => {
    const hostile = ['a"; } evil', 'a\nb', 'a\\', 'a(b', '{', '$x', 'a#b', "a'b"];
    const { text, leftOut } = phpOffForNginx(['images', ...hostile]);
    assert.deepEqual(leftOut, hostile);
    assert.match(text, /\^\/\(\?:images\)\//);
    assert.deepEqual(phpOffForNginx(hostile), { text: '', leftOut: hostile });
  });
});
