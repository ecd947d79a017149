// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "cli/exit_code.h"
#include "domain/error.h"

namespace footbridge::cli {

// Places and details that the command line itself puts into an Error.
inline constexpr std::string_view kPartner = "partner";
inline constexpr std::string_view kFolder = "folder";
/// What is not there is no journal to begin with.
inline constexpr std::string_view kSource = "source";
inline constexpr std::string_view kNoTerminal = "no-terminal";
inline constexpr std::string_view kUnreadable = "unreadable";
inline constexpr std::string_view kTwoEntriesDiffer = "two-entries-differ";
inline constexpr std::string_view kSameName = "same-name";
inline constexpr std::string_view kNotSure = "not-sure";
/// The detail of a NotProtected: whoever has no passphrase has no code either.
inline constexpr std::string_view kNeedsNoCode = "needs-no-code";
/// The place that storage names for damage to a backup.
inline constexpr std::string_view kBackup = "backup";
/// Its detail for damage to what waits, which came with another copy.
inline constexpr std::string_view kWaiting = "waiting";
// Details that storage puts into a NotAllowed.
inline constexpr std::string_view kPartners = "partners";
inline constexpr std::string_view kOfTwo = "of two";
inline constexpr std::string_view kGone = "gone";
inline constexpr std::string_view kOwnPart = "own part";
inline constexpr std::string_view kAlone = "alone";
inline constexpr std::string_view kBegunAnew = "begun anew";
inline constexpr std::string_view kLeftOut = "left out";
/// The detail of a NotAJournal.
inline constexpr std::string_view kSymbolicLink = "symbolic link";
inline constexpr std::string_view kSameFile = "same file";
/// No error: said once of a disk that nobody can vouch for.
inline constexpr std::string_view kUnprovenDisk =
    "another program runs this disk, and nobody can tell whether it keeps what it says it keeps. The journal works "
    "here. It is safer on this computer's own disk; if it stays, please keep a backup somewhere else.";

[[nodiscard]] ExitCode exitCodeOf(ErrorKind kind);

/// What was accepted, of what is told as RolledBack.
[[nodiscard]] std::string acceptedText(const Error& error);

/// What happened to the file and what to do, in one sentence or two, without the file's name and without a line end.
[[nodiscard]] std::string errorText(const Error& error, std::string_view file);

/// Why, and no more, for whoever says by themselves what is safe and what to do: "the disk is full".
[[nodiscard]] std::string reasonText(const Error& error);

/// What helps first, as after "please".
[[nodiscard]] std::string wayOnText(const Error& error);

/// One line on `err` that names the file, and for a journal that is damaged, emptied or gone the
/// backups of it. Answers the exit code.
int report(const Error& error, std::string_view file, std::ostream& err);

/// The same for a file that something was to be taken in from.
int reportSource(Error error, std::string_view file, std::ostream& err);

/// As report(), for a command that makes the file `to` out of `from`: names the one that the error is about.
int reportCopy(Error error, const std::string& from, const std::string& to, std::ostream& err);

}  // namespace footbridge::cli
