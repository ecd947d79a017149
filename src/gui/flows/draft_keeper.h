// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>
#include <functional>
#include <optional>
#include <string>

#include "domain/ports.h"
#include "practice/autosave_policy.h"

namespace footbridge::gui {

/// Seals half-written words: three seconds after the first key that is not kept yet, and whenever somebody leaves them.
class DraftKeeper : public QObject {
  Q_OBJECT

 public:
  struct Place {
    VaultId vault = VaultId::Ours;
    std::string name;
  };

  /// The store outlives the keeper.
  explicit DraftKeeper(DraftStore& drafts, QObject* parent = nullptr);

  /// From now on it is about these words; `words` answers them as they stand on the page, or none where nothing is to
  /// be kept. A page that was emptied is worth keeping where other words would stand on it otherwise.
  void watch(Place place, std::function<std::optional<QString>()> words);
  [[nodiscard]] const std::optional<Place>& place() const { return m_place; }
  /// About nothing any more; what was kept stays kept.
  void stop();
  /// The words became an answer, or were thrown away: nothing of them is left to keep, and their draft goes.
  void settle();

  /// Something is on the page that is not kept yet.
  [[nodiscard]] bool hasUnsaved() const { return m_place && m_policy.hasUnsaved(); }

  /// A key was typed.
  void typed();
  /// What is not kept yet is kept now. True when nothing is left to keep; otherwise refused() was emitted.
  bool keep();
  /// As keep(), whether or not a key was typed since.
  bool keepAnyway();
  /// Where the disk takes nothing and the page is left all the same: what is not kept is held sealed in memory, offered
  /// like any draft, and given to the disk as soon as it has room. True when nothing is left to hold.
  bool hold();
  /// What keep() could not give to the disk, to be carried over a restart; none when everything is kept.
  [[nodiscard]] std::optional<std::string> sealed() const;

 Q_SIGNALS:
  void kept();
  /// It is tried again by itself where that can help; the words are still on the page.
  void refused(const footbridge::Error& error);

 private:
  [[nodiscard]] practice::Tick now() const { return practice::Tick(m_clock.elapsed()); }
  void arm();
  bool write();

  DraftStore& m_drafts;
  std::optional<Place> m_place;
  std::function<std::optional<QString>()> m_words;
  practice::AutosavePolicy m_policy;
  QElapsedTimer m_clock;
  QTimer m_timer;
};

/// None in place of no words: for a page on which nothing stands unless somebody writes it.
[[nodiscard]] std::optional<QString> unlessEmpty(const QString& words);

}  // namespace footbridge::gui
