using System.Globalization;
using BillingHeadless.SandboxProvider.Accounts;
using BillingHeadless.SandboxProvider.Http;
using BillingHeadless.SandboxProvider.Storage;

namespace BillingHeadless.SandboxProvider.Book;

/// <summary>GET /book?after={sequence}: every charge and refund of the account in their order, page by page.</summary>
internal sealed class ListBook(Store store)
{
    public async Task HandleAsync(HttpContext context)
    {
        var key = ApiRequest.Key(context.Request);
        var answer = key.Refusal is { } refusal ? refusal : await ListAsync(key.Value!, context.Request.Query["after"].ToString());
        await ApiReply.SendAsync(context, answer, ProviderJson.Default.BookView);
    }

    private async Task<Answer<BookView>> ListAsync(ApiKey key, string after)
    {
        var sequence = 0L;
        if (after.Length > 0 && !long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out sequence))
        {
            return Refusal.Invalid("after", "the sequence of the last movement that was read.");
        }

        return await store.ReadAsync(session => List(session, key, sequence));
    }

    private static Answer<BookView> List(Session session, ApiKey key, long after)
    {
        if (Account.Find(session, key) is not { } account)
        {
            return Refusal.AccountUnknown;
        }

        var movements = Movements.After(session, account.Id, after, Limits.BookPage);
        return new BookView(movements, movements.Count == Limits.BookPage ? movements[^1].Sequence : null);
    }
}

/// <summary>A page of the book.</summary>
/// <param name="NextAfter">What to send as <c>after</c> for the next page; null on the last one.</param>
internal sealed record BookView(IReadOnlyList<MovementView> Data, long? NextAfter);

/// <summary>A movement on the wire.</summary>
/// <param name="Reference">The merchant reference of the charge or of the refund itself.</param>
/// <param name="PaymentReference">The merchant reference of the payment that it belongs to.</param>
internal sealed record MovementView(
    long Sequence,
    MovementKind Kind,
    string CheckoutId,
    string Reference,
    string PaymentReference,
    long Amount,
    string Currency,
    DateTimeOffset MovedAt);
