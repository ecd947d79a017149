// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/draft_keeper.h"

#include <algorithm>
#include <utility>

namespace footbridge::gui {

DraftKeeper::DraftKeeper(DraftStore& drafts, QObject* parent) : QObject(parent), m_drafts(drafts) {
  m_clock.start();
  m_timer.setSingleShot(true);
  connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::keep);
}

void DraftKeeper::watch(Place place, std::function<std::optional<QString>()> words) {
  stop();
  m_place = std::move(place);
  m_words = std::move(words);
}

void DraftKeeper::stop() {
  m_timer.stop();
  m_policy.cleared();
  m_place.reset();
  m_words = nullptr;
}

void DraftKeeper::settle() {
  m_timer.stop();
  m_policy.cleared();
  // A draft that cannot be cleared is only offered again; the answer itself is kept.
  if (m_place) static_cast<void>(m_drafts.clearDraft(m_place->vault, m_place->name));
}

void DraftKeeper::typed() {
  m_policy.typed(now());
  arm();
}

bool DraftKeeper::keep() {
  m_timer.stop();
  return !hasUnsaved() || write();
}

bool DraftKeeper::keepAnyway() {
  m_timer.stop();
  return !m_place || write();
}

bool DraftKeeper::write() {
  const auto words = m_words();
  const auto done = words ? m_drafts.putDraft(m_place->vault, m_place->name, words->toStdString())
                          : m_drafts.clearDraft(m_place->vault, m_place->name);
  const bool nothingIsLost = !words && !hasUnsaved();  // as where a draft was settled that could not be cleared
  if (done || nothingIsLost) {
    m_policy.saved();
    Q_EMIT kept();
    return true;
  }
  if (m_policy.failed(done.error().kind, now()) == practice::SaveOutcome::RetrySoon) arm();
  Q_EMIT refused(done.error());
  return false;
}

bool DraftKeeper::hold() {
  if (!hasUnsaved()) return true;
  const auto words = sealed();
  if (!words || !m_drafts.takeDraft(*words)) return false;
  m_timer.stop();
  m_policy.saved();
  return true;
}

std::optional<std::string> DraftKeeper::sealed() const {
  if (!hasUnsaved()) return std::nullopt;
  // What is to be cleared goes as no words, so that it takes the place of what the file still has.
  const QString words = m_words().value_or(QString());
  auto sealed = m_drafts.sealDraft(m_place->vault, m_place->name, words.toStdString());
  return sealed ? std::optional(*std::move(sealed)) : std::nullopt;
}

void DraftKeeper::arm() {
  const auto at = m_policy.saveAt();
  if (at) m_timer.start(std::max(practice::Tick(0), *at - now()));
}

std::optional<QString> unlessEmpty(const QString& words) {
  return words.isEmpty() ? std::nullopt : std::optional(words);
}

}  // namespace footbridge::gui
