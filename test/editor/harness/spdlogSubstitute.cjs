// Stands in for the native module @vscode/spdlog inside a VS Code from the npm registry: the same functions, writing
// plain lines to the file and forgoing rotation. The interface is that of the module's index.d.ts.
'use strict';

const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

class Logger {
  constructor(_type, _name, file) {
    this.file = file;
    this.level = 2;
    this.plain = false;
    // VS Code waits for the file to appear before it shows an output channel.
    this.write('');
  }

  write(text) {
    try {
      mkdirSync(dirname(this.file), { recursive: true });
      appendFileSync(this.file, text);
    } catch {
      // A log that cannot be written must not stop the editor, for one when its folder is deleted at the end of a test.
    }
  }

  log(level, message) {
    if (levels.indexOf(level) < this.level) return;
    this.write(this.plain ? message : `${new Date().toISOString()} [${level}] ${message}\n`);
  }

  trace(message) {
    this.log('trace', message);
  }
  debug(message) {
    this.log('debug', message);
  }
  info(message) {
    this.log('info', message);
  }
  warn(message) {
    this.log('warn', message);
  }
  error(message) {
    this.log('error', message);
  }
  critical(message) {
    this.log('critical', message);
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  setPattern() {}
  clearFormatters() {
    // Output channels bring their own line ends.
    this.plain = true;
  }
  flush() {}
  drop() {}
}

exports.version = 1;
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.shutdown = () => {};
exports.createRotatingLogger = async (name, file) => new Logger('rotating', name, file);
exports.createAsyncRotatingLogger = async (name, file) => new Logger('rotating_async', name, file);
