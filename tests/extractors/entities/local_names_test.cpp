#include "passage_pairs.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace habari {
namespace {

using test::PassagePair;

// Institutions that every country has, and places of one name in two countries: each is one only where the articles
// say so.
const std::vector<PassagePair> local_pairs = {
    // The country stands beside the name, or the article names it in full elsewhere.
    {true,
     {"sw", "Daktari huyo alisema kuwa [Wizara ya Afya] nchini Kenya itatuma wauguzi Lamu."},
     {"en", "A nurse said the [Ministry of Health] of Kenya would send doctors to Lamu."}},
    {true,
     {"en", "The Kenyan [Ministry of Health] will test all pupils, a teacher said."},
     {"sw", "Mwalimu alisema [Wizara ya Afya ya Kenya] itawapima wanafunzi wote."}},
    {true,
     {"en", "Farmers blamed Uganda's [Ministry of Agriculture] for the late seed."},
     {"en", "The [Ministry of Agriculture of Uganda] promised seed before the rains."}},
    {true,
     {"sw", "[Wizara ya Elimu ya Tanzania] ilifungua shule mpya. Wazazi waliishukuru wizara hiyo."},
     {"sw", "Wizara ya Elimu ya Tanzania ilitangaza ratiba. Walimu waliiomba [Wizara ya Elimu] nyumba."}},
    {true,
     {"en", "The Ministry of Finance of Zambia cut a tax. Traders thanked the [Ministry of Finance] on Friday."},
     {"en", "A banker met the [Ministry of Finance of Zambia] on Friday."}},
    // The article speaks of one country alone, and more than once.
    {true,
     {"sw", "Wakulima wa Mwanza na Dodoma waliiomba [Wizara ya Kilimo] mbegu."},
     {"sw", "Wakulima waliiandikia [Wizara ya Kilimo ya Tanzania] barua kuhusu mbegu."}},
    {true,
     {"en", "Teachers in Kisumu and Mombasa wrote to the [Ministry of Education] about pay."},
     {"en", "Kenya hired teachers, the [Ministry of Education of Kenya] said."}},
    {true,
     {"sw", "Wavuvi wa Kigoma na Mwanza waliiambia [Wizara ya Maji] kuwa ziwa limechafuka."},
     {"en", "Divers in Dodoma and Arusha asked the [Ministry of Water] for a licence."}},
    // Two countries, or none: the name alone joins nothing.
    {false,
     {"en", "Nurses in Kampala and Entebbe met the [Ministry of Health] on pay."},
     {"en", "Nurses in Nairobi and Mombasa met the [Ministry of Health] on pay."}},
    {false,
     {"sw", "Wauguzi wa Kampala na Entebbe waliishtaki [Wizara ya Afya] kortini."},
     {"sw", "Wauguzi wa Nairobi na Mombasa waliishtaki [Wizara ya Afya] kortini."}},
    {false,
     {"sw", "Wauguzi waliiomba [Wizara ya Afya] mishahara yao."},
     {"sw", "Madaktari waliishukuru [Wizara ya Afya] kwa vifaa."}},
    {false,
     {"en", "A clerk told the [Ministry of Defence] of the missing boots."},
     {"en", "A cook told the [Ministry of Defence] of the missing pots."}},
    {false,
     {"en", "Rwanda and Burundi will trade more, the [Ministry of Trade] said in a letter."},
     {"en", "The [Ministry of Trade of Rwanda] will open an office."}},
    {false,
     {"sw", "Mkulima alisema [Wizara ya Kilimo] nchini Malawi ilichelewa."},
     {"sw", "Mkulima alisema [Wizara ya Kilimo] nchini Zambia ilichelewa."}},
    {false,
     {"en", "The Ghanaian [Ministry of Energy] sold the plant."},
     {"en", "The Nigerian [Ministry of Energy] sold the plant."}},
    {false,
     {"en", "The [Ministry of Justice] sent two lawyers to China, a clerk said."},
     {"en", "The [Ministry of Justice of China] wrote a new law."}},
    {false,
     {"en", "Judges in Kampala and Jinja wrote to the [Court of Appeal] on Friday."},
     {"en", "Judges in Lusaka and Ndola wrote to the [Court of Appeal] on Friday."}},
    // Places that no table knows.
    {false,
     {"sw", "Mafuriko yalibomoa nyumba katika kijiji cha [Mwandutsi] nchini Kenya."},
     {"sw", "Moto ulibomoa nyumba katika kijiji cha [Mwandutsi] nchini Malawi."}},
    {false,
     {"en", "A well was dug in [Kabwengere], Uganda, last week."},
     {"en", "A bridge was built in [Kabwengere], Rwanda, last week."}},
    {false,
     {"sw", "Mwalimu alihamia mjini [Chisalukwe] nchini Zambia."},
     {"en", "A teacher left [Chisalukwe], Malawi, for good."}},
    {true,
     {"sw", "Mwalimu alihamia mjini [Chisalukwe] nchini Zambia."},
     {"en", "A teacher left [Chisalukwe], Zambia, for good."}},
    {true,
     {"sw", "Mafuriko yalibomoa nyumba katika kijiji cha [Mwandutsi] nchini Kenya."},
     {"en", "Floods destroyed houses in [Mwandutsi], Kenya, on Monday."}},
    {true,
     {"en", "A well was dug in [Kabwengere], Uganda. Women of Kabwengere danced."},
     {"en", "A bridge was built in [Kabwengere], Uganda, last week."}},
};

TEST(LocalNames, NeverJoinTwo) { test::expect_no_wrong_join(local_pairs); }

TEST(LocalNames, JoinWhatArticlesPutIntoOneCountry) { test::expect_most_joined(local_pairs); }

}  // namespace
}  // namespace habari
