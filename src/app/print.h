// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "app/arguments.h"
#include "domain/error.h"
#include "domain/result.h"

namespace footbridge::app {

/// Writes an exercise's sheets as a PDF, whole or not at all. Needs a QGuiApplication and no display.
/// NotFound (subject: the exercise; detail: like ids, with commas), AlreadyExists, or what the disk said.
[[nodiscard]] Result<void> printSheets(const PrintRequest& request);

/// Of `known`, the few that somebody who typed `typed` may have meant, nearest first.
[[nodiscard]] std::vector<std::string> nearIds(const std::string& typed, const std::vector<std::string>& known);

/// What happened and what to do, in one line without its end.
[[nodiscard]] std::string printTrouble(const PrintRequest& request, const Error& error);
/// As the command line tool answers it: 1 refused or not found, 5 the disk said no.
[[nodiscard]] int printExitCode(const Error& error);

}  // namespace footbridge::app
