/** This package's own version, as package.json has it: read from there it would have to be found, differently in each build. */
export const PACKAGE_VERSION = '0.1.0';
