// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <span>
#include <string>

namespace footbridge::cli {

// Each takes what follows its name on the command line, writes its answer to `out`, and says what goes wrong on `err`
// in one line. It answers an exit code.
int runNew(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);
int runInfo(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);
int runProtect(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);
int runRecover(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);
int runReadmit(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);
int runJoin(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);
int runErase(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);
int runNote(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);
int runList(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);
int runSearch(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);
int runExport(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);
int runBackup(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);
int runRestore(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);
int runImport(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);
int runMerge(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);
int runVerify(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);

}  // namespace footbridge::cli
