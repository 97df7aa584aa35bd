using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Hosted.Accounts;

/// <summary>Lets into a page of the account who acts for a customer; others are led to the login.</summary>
public sealed class AccountDoor(MerchantPages merchants)
{
    public async Task<IResult> Open(string merchantId, HttpContext context, Func<AccountVisit, Task<IResult>> enter, CancellationToken cancel) =>
        await merchants.Open(merchantId, context, cancel) switch
        {
            null => Results.NotFound(),
            { } visit when AccountSections.SeatOf(visit, context) is { } seat => await enter(new AccountVisit(visit, seat)),
            { } visit => new SeeOther(Links.LoginPath(visit.Merchant.Id)),
        };
}
