// SPDX-License-Identifier: GPL-3.0-or-later
#include "gates/parts/saboteur.h"

#include <sqlite3.h>

namespace footbridge::gates {

const std::vector<Outcome>& failuresOf(Op op) {
  static const std::vector<Outcome> kNone{};
  static const std::vector<Outcome> kRead{{SQLITE_IOERR_READ, 0}};
  static const std::vector<Outcome> kWrite{
      {SQLITE_IOERR_WRITE, 0}, {SQLITE_FULL, 0}, {SQLITE_FULL, 100}, {SQLITE_IOERR_WRITE, 512}};
  static const std::vector<Outcome> kSync{{SQLITE_IOERR_FSYNC, 0}};
  static const std::vector<Outcome> kTruncate{{SQLITE_IOERR_TRUNCATE, 0}};
  static const std::vector<Outcome> kSize{{SQLITE_IOERR_FSTAT, 0}};
  static const std::vector<Outcome> kLock{{SQLITE_BUSY, 0}, {SQLITE_IOERR_LOCK, 0}};
  static const std::vector<Outcome> kOpen{{SQLITE_CANTOPEN, 0}};
  static const std::vector<Outcome> kDelete{{SQLITE_IOERR_DELETE, 0}};
  static const std::vector<Outcome> kAccess{{SQLITE_IOERR_ACCESS, 0}};
  switch (op) {
    case Op::Read:
      return kRead;
    case Op::Write:
      return kWrite;
    case Op::Sync:
      return kSync;
    case Op::Truncate:
      return kTruncate;
    case Op::Size:
      return kSize;
    case Op::Lock:
      return kLock;
    case Op::Open:
      return kOpen;
    case Op::Delete:
      return kDelete;
    case Op::Access:
      return kAccess;
    default:
      return kNone;
  }
}

Outcome Saboteur::before(const Call& call) {
  const std::uint64_t number = m_ops.size();
  m_ops.push_back(call.op);
  if (m_syncFailed && call.op == Op::Write && !call.file.ends_with("-journal")) m_wroteAfter = true;
  if (number == m_at && m_way < failuresOf(call.op).size()) m_outcome = failuresOf(call.op)[m_way];
  const bool isIt = number == m_at || (m_sticky && number > m_at && !m_ops.empty() && call.op == m_ops[m_at]);
  if (m_outcome.code == SQLITE_OK || !isIt) return {};
  if (call.op == Op::Sync) m_syncFailed = true;
  Outcome outcome = m_outcome;
  if (outcome.writtenFirst >= call.bytes.size()) outcome.writtenFirst = 0;
  return outcome;
}

}  // namespace footbridge::gates
