import { basename } from "node:path";

export const clean = (name: string): string => basename(name);
