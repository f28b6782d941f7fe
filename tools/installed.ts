import { init, type ModuleInfo } from 'license-checker-rseidelsohn';
import { ROOT } from '../src/platform/root.js';

/** The packages in `node_modules` with what they say of their licences, by `name@version`; not the project itself. */
export async function installedPackages(): Promise<Record<string, ModuleInfo>> {
  const options = { start: ROOT, excludePrivatePackages: true, customPath: { licenseText: '' } };
  return new Promise((resolve, reject) => {
    init(options as Parameters<typeof init>[0], (error, packages) =>
      error ? reject(error) : resolve(packages),
    );
  });
}
