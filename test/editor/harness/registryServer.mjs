// Starts the VS Code server of a registry package. Runs in a process of its own, under the Node that the package needs:
//   node registryServer.mjs SERVER_MODULE [VS Code's own options…]
// Tells its parent the port in a message `{ port }` and ends with it. With --install-extension and the like it acts as
// VS Code's command line instead.
//
// It loads the server as a module, because the older versions have no program that can be started.
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';

const [serverModule] = process.argv.splice(2, 1);
// Keeps newer versions from starting their own listener when they are loaded.
process.env.CODE_SERVER_PARENT_PID = String(process.ppid);

const imported = await import(pathToFileURL(serverModule).href);
const { loadCodeWithNls } = imported.default ?? imported;
const vsCode = await loadCodeWithNls();

if (process.argv.some((argument) => /^--(install|uninstall|list)-extension/.test(argument))) {
  await vsCode.spawnCli();
} else {
  // The parent is gone, perhaps killed. This process leads a group of its own, with every extension host in it; one
  // that is stuck would never notice by itself.
  process.on('disconnect', () => process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL'));
  // A null address: the requests come from the listener below.
  const server = await vsCode.createServer(null);
  const listener = createServer((request, response) => void server.handleRequest(request, response));
  listener.on('upgrade', (request, socket) => void server.handleUpgrade(request, socket));
  listener.listen(0, '127.0.0.1', () => process.send({ port: listener.address().port }));
}
