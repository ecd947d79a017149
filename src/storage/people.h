// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "domain/agreement.h"
#include "domain/ids.h"
#include "domain/partner.h"

namespace footbridge::storage {

/// What the partners of a journal are called where their words are read outside of it.
class People {
 public:
  /// What is passed must outlive this.
  explicit People(std::span<const Partner> partners) : m_partners(partners) {}

  /// Their name; with 1 or 2 after it where both bear one, as on screen. "your partner" for somebody who is not here.
  [[nodiscard]] std::string name(PartnerId partner) const;
  /// The same; "both" for nobody in particular.
  [[nodiscard]] std::string name(std::optional<PartnerId> partner) const;
  [[nodiscard]] std::string name(AgreementWho who) const;
  [[nodiscard]] bool isOne() const { return m_partners.size() == 1; }
  /// "Alex and Sam", or the one who is there.
  [[nodiscard]] std::string all() const;
  /// A text of the content as this partner reads it.
  [[nodiscard]] std::string said(std::string_view text, PartnerId me) const;
  /// As whom the texts of a guess are read: as the other, about whom it is, where there is one.
  [[nodiscard]] PartnerId readerOfGuess(PartnerId writer) const {
    return find(otherOf(writer)) ? otherOf(writer) : writer;
  }

 private:
  [[nodiscard]] const Partner* find(PartnerId partner) const;

  std::span<const Partner> m_partners;
};

}  // namespace footbridge::storage
