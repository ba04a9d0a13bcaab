// Reads the settings of VS Code; their names, types and defaults stand in package.json alone.
import * as vscode from "vscode";
import type { Debounce, EditorSettings } from "../worker/protocol";

export const SECTION = "caveat";

/**
 * @param scope a workspace folder, whose own settings stand above the workspace's. In a restricted workspace VS Code
 * leaves out what the workspace says about the settings that package.json lists as restricted.
 */
export function readSettings(scope: vscode.Uri | undefined): EditorSettings {
  const settings = vscode.workspace.getConfiguration(SECTION, scope);
  return {
    severity: settings.get<EditorSettings["severity"]>("severity"),
    confidence: settings.get<EditorSettings["confidence"]>("confidence"),
    profile: settings.get<string>("profile"),
    disabledRules: settings.get<string[]>("disabledRules", []),
    exclude: settings.get<string[]>("exclude", []),
  };
}

/** How long to wait after a key press (ms). */
export function readDebounce(scope: vscode.Uri | undefined): Debounce {
  const settings = vscode.workspace.getConfiguration(SECTION, scope);
  return {
    least: settings.get("debounce.least", 30),
    most: settings.get("debounce.most", 500),
    idle: settings.get("debounce.idle", 300),
  };
}

/** Rule files and folders that a person added, relative to the folder or absolute. */
export function readRuleFiles(scope: vscode.Uri | undefined): string[] {
  return vscode.workspace.getConfiguration(SECTION, scope).get("ruleFiles", []);
}
