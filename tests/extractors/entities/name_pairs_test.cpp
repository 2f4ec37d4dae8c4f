#include "passage_pairs.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace habari {
namespace {

using test::PassagePair;

// Names as articles give them, through the recognizer and the gazetteer.
const std::vector<PassagePair> passage_pairs = {
    // Transcriptions.
    {true,
     {"sw", "Rais wa {Ukraine:country} [Volodymyr Zelensky:person] aliwasili mjini {Paris:place} siku ya Jumanne."},
     {"en", "President [Volodymyr Zelenskyy:person] of {Ukraine:country} arrived in {Paris:place} on Tuesday."}},
    {true,
     {"sw", "Kiongozi wa zamani wa {Libya:country} [Muammar Gaddafi:person] aliuawa mjini {Sirte:place} mwaka 2011."},
     {"en", "The former {Libyan:group} leader [Moammar Gadhafi:person] was killed in {Sirte:place} in 2011."}},
    {true,
     {"sw", "Mwanahistoria [Yusufu Lugenge:person] alizindua kitabu mjini {Bagamoyo:place} pamoja na {Rehema Kondo:person}."},
     {"en", "The historian [Yusuf Lugenge:person] launched a book in {Bagamoyo:place} with {Rehema Kondo:person}."}},
    {true,
     {"sw", "Mwenyekiti [Abdulrahman Sefu:person] wa {Baraza la Michezo:organization} alikutana na {Rehema Kondo:person} mjini {Tanga:place}."},
     {"en", "Chairman [Abdul-Rahman Sefu:person] of the {Sports Council:organization} met {Rehema Kondo:person} in {Tanga:place}."}},
    {true,
     {"sw", "Mwalimu [Fatuma Mzee:person] na {Rehema Kondo:person} walifungua shule mjini {Lindi:place}."},
     {"en", "The teacher [Fatma Mzee:person] and {Rehema Kondo:person} opened a school in {Lindi:place}."}},
    {false,
     {"sw", "Mbunge [Amina Lugenge:person] alimtembelea {Rehema Kondo:person} mjini {Lindi:place}."},
     {"en", "The lawmaker [Amani Lugenge:person] visited {Rehema Kondo:person} in {Lindi:place}."}},
    {false,
     {"sw", "Waziri [Yusuf Makame:person] alifungua daraja mjini {Lindi:place} pamoja na {Rehema Kondo:person}."},
     {"en", "The minister [Yusra Makame:person] opened a bridge in {Lindi:place} with {Rehema Kondo:person}."}},
    {false,
     {"sw", "Kocha [Hemedi Suleiman:person] aliiongoza timu mjini {Mwanza:place}, {Rehema Kondo:person} alisema."},
     {"en", "Coach [Hamid Suleiman:person] led the team in {Mwanza:place}, {Rehema Kondo:person} said."}},
    // Another given name is another person, however well known the surname.
    {false,
     {"sw", "Gavana wa {Machakos:place} [Alfred Mutua:person] alizungumza mjini {Nairobi:place}."},
     {"en", "A nurse from {Nairobi:place}, [Grace Mutua:person], was honoured on Friday."}},
    {false,
     {"sw", "Rais wa zamani wa {Marekani:country} [Barack Obama:person] aliwasili mjini {Kisumu:place}."},
     {"en", "[Michelle Obama:person] arrived in {Kisumu:place} on Friday."}},
    {false,
     {"sw", "Rais wa zamani [John Magufuli:person] alizikwa mjini {Chato:place} nchini {Tanzania:country}."},
     {"en", "The activist [Neema Magufuli:person] was arrested in {Chato:place} in {Tanzania:country}."}},
    {false,
     {"sw", "Rais wa {Kenya:country} [William Ruto:person] alifungua mkutano mjini {Nairobi:place}."},
     {"en", "[Rachel Ruto:person] opened a meeting in {Nairobi:place}, {Kenya:country}."}},
    {false,
     {"sw", "Daktari [Peter Museveni:person] alifika {Kampala:place}."},
     {"en", "{Uganda:country}'s president [Yoweri Museveni:person] came to {Kampala:place}."}},
    {false,
     {"sw", "Mwalimu [Juma Nyerere:person] aliwafundisha wanafunzi mjini {Butiama:place}."},
     {"en", "[Julius Nyerere:person], {Tanzania:country}'s first president, was born in {Butiama:place}."}},
    {true,
     {"sw", "Rais wa {Kenya:country}, [Ruto:person], aliwahutubia wananchi mjini {Nairobi:place}."},
     {"en", "President [William Ruto:person] of {Kenya:country} addressed citizens in {Nairobi:place}."}},
    {true,
     {"sw", "Baba wa Taifa wa {Tanzania:country} [Julius Nyerere:person] alizaliwa {Butiama:place}."},
     {"en", "{Tanzania:country}'s first president, [Julius Kambarage Nyerere:person], was born in {Butiama:place}."}},
    // Bodies in two languages and by their acronyms.
    {true,
     {"sw", "[Umoja wa Afrika:organization] ulituma waangalizi nchini {Sudan:country}."},
     {"en", "The [African Union:organization] ({AU:organization}) sent observers to {Sudan:country}."}},
    {true, {"sw", "[Shirika la Afya Duniani:organization] lilionya kuhusu kipindupindu."}, {"en", "The [WHO:organization] warned of cholera."}},
    {true, {"sw", "[Jumuiya ya Afrika Mashariki:organization] ilikutana mjini {Arusha:place}."}, {"en", "The [EAC:organization] met in {Arusha:place}."}},
    {true,
     {"sw", "[Jumuiya ya Maendeleo ya Kusini mwa Afrika:organization] ilikutana mjini {Lusaka:place}."},
     {"en", "[SADC:organization] met in {Lusaka:place}."}},
    {true,
     {"sw", "[Shirika la Fedha Duniani:organization] liliipa {Ghana:country} mkopo."},
     {"en", "The [International Monetary Fund:organization] gave {Ghana:country} a loan."}},
    {true,
     {"sw", "[Mahakama ya Kimataifa ya Uhalifu:organization] ilitoa hati ya kumkamata jenerali huyo."},
     {"en", "The [ICC:organization] issued a warrant for the general."}},
    {true, {"sw", "[TANESCO:organization] ilikata umeme mjini {Dodoma:place}."}, {"en", "[Tanesco:organization] cut the power in {Dodoma:place}."}},
    {false,
     {"sw", "[Benki Kuu ya Tanzania:organization] ilipandisha riba mwezi Mei."},
     {"en", "The [Central Bank of Kenya:organization] raised rates in May."}},
    {false,
     {"sw", "[Mahakama Kuu ya Kenya:organization] ilisikiliza kesi hiyo Jumatatu."},
     {"en", "The [High Court of Uganda:organization] heard the case on Monday."}},
    {false,
     {"sw", "[Wizara ya Afya ya Kenya:organization] ilitoa takwimu hizo Jumatatu."},
     {"en", "The [Ministry of Health of Uganda:organization] published the figures on Monday."}},
    {true,
     {"sw", "[Chuo Kikuu cha Dar es Salaam:organization] kilimtunuku {Rehema Kondo:person} shahada."},
     {"en", "The [University of Dar es Salaam:organization] awarded {Rehema Kondo:person} a degree."}},
    // Countries.
    {true, {"sw", "[Misri:country] ilifunga mpaka siku ya Ijumaa."}, {"en", "[Egypt:country] closed the border on Friday."}},
    {true, {"sw", "[Ugiriki:country] ilituma ndege."}, {"en", "[Greece:country] sent planes."}},
    {true, {"sw", "[Uholanzi:country] iliunga mkono pendekezo hilo."}, {"en", "The [Netherlands:country] backed the proposal."}},
    {true, {"sw", "[Jamhuri ya Kidemokrasia ya Kongo:country] iliishutumu {Rwanda:country}."}, {"en", "[DR Congo:country] accused {Rwanda:country}."}},
    {false, {"sw", "[Korea Kusini:country] ilirusha satelaiti."}, {"en", "[North Korea:country] launched a satellite."}},
    {false, {"sw", "[Guinea ya Ikweta:country] ilichagua rais mpya."}, {"en", "[Guinea:country] elected a new president."}},
    {false, {"sw", "[Sudan Kusini:country] ilifunga mpaka."}, {"en", "[Sudan:country] closed the border."}},
    // Places of one name, and what is named after a place.
    {false,
     {"sw", "Maandamano yalifanyika mjini [Mbale:place] nchini {Uganda:country} siku ya Jumapili."},
     {"en", "Protesters gathered in [Mbale:place], {Kenya:country}, on Sunday."}},
    {false,
     {"sw", "Moto ulizuka mjini [London:place] siku ya Jumapili."},
     {"en", "A fire broke out in [London:place], {Canada:country}, on Sunday."}},
    {false,
     {"sw", "Watu watatu walizama katika mto [Niger:place] siku ya Jumapili."},
     {"en", "[Niger:country] expelled the ambassador on Sunday."}},
    {false,
     {"sw", "Mkutano ulifanyika mjini [Arusha:place] siku ya Jumapili."},
     {"en", "[Arusha Technical College:organization] opened a workshop on Sunday."}},
    {false,
     {"sw", "Mashabiki wa [Manchester United:organization] walisherehekea usiku kucha."},
     {"en", "The police in [Manchester:place] arrested two men."}},
    {false,
     {"sw", "[Chuo Kikuu cha Dodoma:organization] kilifungwa siku ya Jumapili."},
     {"en", "The parliament in [Dodoma:place] was closed on Sunday."}},
    {false,
     {"sw", "Mwigizaji [Denzel Washington:person] alitembelea {Kigali:place}."},
     {"en", "Officials in [Washington:place] praised {Kigali:place}."}},
    // Titles change, marks vary.
    {true,
     {"sw", "Makamu wa Rais [Samia Suluhu Hassan:person] alifungua kiwanda mjini {Morogoro:place} mwaka 2019."},
     {"en", "President [Samia Suluhu Hassan:person] opened a factory in {Morogoro:place} in 2022."}},
    {true,
     {"sw", "Luteni Jenerali [Mathayo Kilembe:person] alizuru {Goma:place}."},
     {"en", "General [Mathayo Kilembe:person] visited {Goma:place}."}},
    {true,
     {"sw", "Askofu [Gaudence Mtalemwa:person] aliongoza misa mjini {Songea:place}."},
     {"en", "Archbishop [Gaudence Mtalemwa:person] led the mass in {Songea:place}."}},
    {true,
     {"sw", "Mkurugenzi [Ngozi Okonjo-Iweala:person] alihutubia mkutano mjini {Geneva:place}."},
     {"en", "[Ngozi Okonjo Iweala:person] addressed the meeting in {Geneva:place}."}},
    {true,
     {"sw", "Mchumi [Mpho Ng'andwe:person] aliikosoa bajeti ya {Zambia:country}."},
     {"en", "The economist [Mpho Ng’andwe:person] criticised {Zambia:country}'s budget."}},
    {true, {"sw", "Makombora yalipiga mji wa [Sana'a:place]."}, {"en", "Missiles struck [Sanaa:place]."}},
    {true,
     {"sw", "Mwanamuziki [Jean-Pierre Nimbona:person] alikamatwa mjini {Bujumbura:place}."},
     {"en", "The musician [Jean Pierre Nimbona:person] was arrested in {Bujumbura:place}."}},
};

TEST(NamePairs, NeverJoinTwo) { test::expect_no_wrong_join(passage_pairs); }

TEST(NamePairs, JoinNineOfTenOfOne) {
  EXPECT_GE(passage_pairs.size(), 40u);
  test::expect_most_joined(passage_pairs);
}

}  // namespace
}  // namespace habari
