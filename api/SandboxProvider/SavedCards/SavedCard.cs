using BillingHeadless.SandboxProvider.Storage;

namespace BillingHeadless.SandboxProvider.SavedCards;

/// <summary>A card that a shop may charge without its buyer.</summary>
/// <param name="Token">What the shop knows of it.</param>
/// <param name="AccountId">The shop.</param>
/// <param name="Customer">The buyer's name at the shop: no other buyer's charge may use it.</param>
/// <param name="Mask">The last four digits.</param>
internal sealed record SavedCard(string Token, long AccountId, string Customer, string Mask);

/// <summary>Saved cards in the database.</summary>
internal static class SavedCardRows
{
    public static void Insert(Session session, SavedCard card) => session.Execute(
        "insert into saved_cards (token, account_id, customer, mask) values ($token, $account, $customer, $mask)",
        ("$token", card.Token), ("$account", card.AccountId), ("$customer", card.Customer), ("$mask", card.Mask));

    public static SavedCard? Find(Session session, long account, string customer, string token) => session.FirstOrNull(
        "select mask from saved_cards where token = $token and account_id = $account and customer = $customer",
        row => new SavedCard(token, account, customer, row.GetString(0)),
        ("$token", token), ("$account", account), ("$customer", customer));

    public static void Delete(Session session, long account, string customer, string token) => session.Execute(
        "delete from saved_cards where token = $token and account_id = $account and customer = $customer",
        ("$token", token), ("$account", account), ("$customer", customer));
}
