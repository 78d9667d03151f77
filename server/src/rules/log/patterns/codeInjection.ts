import { PROOF, STRONG } from '../match/witness';
import { ANYWHERE, linesOf, Part, TARGET, type Literals } from './literal';

/** Pieces of code for Node, Python, Ruby and Perl, and of attacks on the prototypes of JavaScript objects. */
export const codeInjection: readonly Literals[] = [
  {
    kind: 'code-injection',
    weight: PROOF,
    parts: ANYWHERE,
    edges: 'free',
    texts: linesOf(`
      __proto__
      constructor.prototype
      constructor[prototype]
      constructor:constructor
      _$$nd_func$$_
      $$nd_func$$
      child_process
      process.mainmodule
      process.binding
      global.process
      process.exit(
      process.kill(
      process.env
      process.version
      process.platform
      process.cwd(
      process.spawn
      process.exec
      execsync(
      spawnsync(
      require('child
      require("child
      require('fs
      require("fs
      require(\`fs
      fs.readfile
      fs.readdir
      fs.writefile
      this.constructor.constructor
      return process
      function('return
      __import__(
      __builtins__
      __globals__
      __subclasses__
      __class__
      __mro__
      __base__
      os.system(
      os.popen(
      os.execute(
      subprocess.
      io.popen
      io.read(
      kernel.exec
      kernel.system
      open3.
      posix_spawn
      marshal.load
      yaml.load
      pickle.loads
      cpickle
      qx{
      use socket;
      erb.new
      file.read(
      file.open(
      instance_eval
      class_eval
      $stdin.
      module.exports
      node:child
      importlib
      lipsum.
      cycler.__init__
      joiner.__init__
    `),
  },
  {
    kind: 'code-injection',
    weight: STRONG,
    parts: TARGET | Part.referrer,
    edges: 'free',
    texts: linesOf(`
      .prototype.
      prototype[
      [prototype]
      constructor[
      process[
      global[
      console[
      __js_function
      __definegetter__
      __definesetter__
      __lookupgetter__
      ()=>
      buffer.from(
      settimeout(
      setinterval(
      import(
      array.from
      reflect.
      object.assign
    `),
  },
];
