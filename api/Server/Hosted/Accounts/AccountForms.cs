using System.Text;
using System.Text.Json;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Hosted.Accounts;

/// <summary>Asks the API's own operations for what a form of the account wants: once for each form, however often it is sent.</summary>
public sealed class AccountForms(IdSource ids)
{
    private const int FirstError = 400;

    /// <param name="wish">Who wants what.</param>
    /// <param name="operation">The operation, for the call that it is given.</param>
    public async Task<Result<T>> Send<T>(FormWish wish, Func<Call, Task<IResult>> operation)
    {
        var call = wish.ToCall();
        var result = await operation(call);
        if (result is StoredAnswer { Status: >= FirstError })
        {
            // Sent again after a refusal: things may be otherwise now.
            result = await operation(call with { IdempotencyKey = ids.Token() });
        }

        return Read<T>(result);
    }

    private static Result<T> Read<T>(IResult result) => result switch
    {
        Answer<T> { Refusal: { } refusal } => refusal,
        Answer<T> answer => answer.Value,
        StoredAnswer { Status: < FirstError } stored => JsonSerializer.Deserialize<T>(stored.Body, Json.Api)!,
        _ => throw new InvalidOperationException($"A form was answered with {result}."),
    };
}

/// <summary>What a form wants.</summary>
/// <param name="Visit">Who has sent it.</param>
/// <param name="Address">Where to.</param>
/// <param name="Key">The form's own key; a form without one is carried out each time.</param>
/// <param name="Values">What was filled in: the same form with other values, after "back", is another wish.</param>
public sealed record FormWish(AccountVisit Visit, string Address, string Key, params IReadOnlyList<string> Values)
{
    public Call ToCall()
    {
        var fingerprint = Call.FingerprintOf(HttpMethods.Post, Address, Encoding.UTF8.GetBytes(string.Join('\n', Values)));
        return new Call(Visit.Caller)
        {
            IdempotencyKey = Key.Length is > 0 and <= Limits.CodeLength ? $"{Key}-{fingerprint}" : null,
            Fingerprint = fingerprint,
        };
    }
}
