// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/file_picker.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QLayout>
#include <QScreen>
#include <QSettings>
#include <QStorageInfo>
#include <QToolButton>
#include <QTreeView>
#include <array>

#include "gui/look/icon.h"
#include "gui/look/look.h"

namespace footbridge::gui {
namespace {

constexpr int kIcon = 18;
constexpr int kMargin = 24;
constexpr QSize kSize{760, 520};
enum Column : std::uint8_t { Name, Size, Kind, Changed };

QIcon lineIcon(const char* name) {
  return look::icon(QLatin1String(name), look::theme().soft, look::px(kIcon), qApp->devicePixelRatio());
}

/// Where a dialog was and what it showed: Qt writes that down as the dialog goes.
void forgetPlaces() {
  QSettings kept(QSettings::UserScope, QStringLiteral("QtProject"));
  kept.remove(QStringLiteral("FileDialog/history"));
  kept.remove(QStringLiteral("FileDialog/lastVisited"));
}

/// The home, and what has been put in beside it, as a stick with a second copy.
QList<QUrl> placesToGo() {
  QList<QUrl> places{QUrl::fromLocalFile(QDir::homePath())};
  for (const QStorageInfo& disk : QStorageInfo::mountedVolumes()) {
    const QString root = disk.rootPath();
    const bool isPutIn = root.startsWith(QLatin1String("/media/")) || root.startsWith(QLatin1String("/run/media/"));
    if (isPutIn && disk.isReady()) places << QUrl::fromLocalFile(root);
  }
  return places;
}

}  // namespace

UnopenedIcons::UnopenedIcons() : m_folder(lineIcon("folder")), m_file(lineIcon("file")) {}

// Not yet in any folder of ours: its icons are asked for as soon as it is in one.
FilePicker::FilePicker(QWidget* over, const QString& title)
    : m_dialog(std::make_unique<QFileDialog>(over, title, QDir::rootPath())) {
  m_dialog->setOption(QFileDialog::DontUseNativeDialog);
  m_dialog->setIconProvider(&m_icons);
  m_dialog->setViewMode(QFileDialog::Detail);
  arrange();
}

// What two people look for lies in one folder or on one stick: a way up is enough to go about.
void FilePicker::arrange() {
  for (const char* left : {"backButton", "forwardButton", "listModeButton", "detailModeButton"}) {
    if (auto* button = m_dialog->findChild<QToolButton*>(QLatin1String(left))) button->hide();
  }
  if (auto* up = m_dialog->findChild<QToolButton*>(QStringLiteral("toParentButton"))) up->setIcon(lineIcon("up"));
  if (auto* add = m_dialog->findChild<QToolButton*>(QStringLiteral("newFolderButton"))) add->setIcon(lineIcon("add"));
  if (auto* files = m_dialog->findChild<QTreeView*>(QStringLiteral("treeView"))) {
    files->hideColumn(Kind);
    files->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    files->header()->setSectionResizeMode(Size, QHeaderView::ResizeToContents);
    files->header()->setSectionResizeMode(Changed, QHeaderView::ResizeToContents);
  }
  const int margin = look::px(kMargin);
  m_dialog->layout()->setContentsMargins(margin, margin, margin, margin);
  // Its title and edges stand outside of what is asked for.
  const QSize room = m_dialog->screen()->availableSize() - QSize(look::px(kMargin), 2 * look::px(kMargin));
  m_dialog->resize(QSize(look::px(kSize.width()), look::px(kSize.height())).boundedTo(room));
}

std::optional<QString> FilePicker::pickIn(const QString& folder) {
  auto* add = m_dialog->findChild<QToolButton*>(QStringLiteral("newFolderButton"));
  if (add != nullptr) add->setVisible(m_dialog->acceptMode() == QFileDialog::AcceptSave);
  m_dialog->setDirectory(QDir(folder).exists() ? folder : QDir::homePath());
  m_dialog->setHistory({});
  m_dialog->setSidebarUrls(placesToGo());
  const bool chosen = m_dialog->exec() == QDialog::Accepted;
  const QStringList files = m_dialog->selectedFiles();
  m_dialog.reset();
  forgetPlaces();
  if (!chosen || files.isEmpty()) return std::nullopt;
  return files.first();
}

}  // namespace footbridge::gui
