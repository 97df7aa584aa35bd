using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Start;

/// <summary>Finds the installation that the database belongs to, or founds it at the very first start.</summary>
public sealed class Installation(BillingOptions options, IWriter writer, Vault vault, IdSource ids, Clock clock)
{
    private const string Purpose = "installation";
    private const string CheckedText = "master key";
    private string? platformKeyHash;

    /// <exception cref="InvalidOperationException">Before <see cref="Open"/>.</exception>
    public string PlatformKeyHash => platformKeyHash ?? throw new InvalidOperationException("The server has not started.");

    /// <summary>Answers the platform key when this start has made it: it can be shown only now.</summary>
    /// <exception cref="CannotStartException">The master key is not this installation's, or the database cannot be written.</exception>
    public async Task<string?> Open(CancellationToken cancel)
    {
        var candidate = KeyText.Platform(ids);
        var (row, issued) = await FindOrFound(candidate, cancel);
        if (!Secrets.Same(row.MasterKeyCheck, Check()))
        {
            throw new CannotStartException("The master key is not the one that this database's secrets are encrypted with: give the right Billing:MasterKey or restore the master key file.");
        }

        platformKeyHash = options.PlatformKey is null ? row.PlatformKeyHash : Secrets.Hash(options.PlatformKey);
        return issued ? candidate : null;
    }

    private async Task<(InstallationRow Row, bool Issued)> FindOrFound(string candidate, CancellationToken cancel)
    {
        try
        {
            return await writer.Write(default, (db, token) => FindOrFound(db, candidate, token), cancel);
        }
        catch (DatabaseUnavailableException exception)
        {
            throw new CannotStartException(exception.Message, exception);
        }
    }

    private async Task<(InstallationRow Row, bool Issued)> FindOrFound(BillingDb db, string candidate, CancellationToken cancel)
    {
        var row = await db.Installations.SingleOrDefaultAsync(cancel);
        if (row is null)
        {
            row = InstallationRow.Create(Check(), clock.Now());
            db.Installations.Add(row);
        }

        db.Outbox.Plan(ForgetIdempotencyKeys.First(clock.Now()));
        var issues = row.PlatformKeyHash is null && options.PlatformKey is null;
        if (issues)
        {
            row.Issue(Secrets.Hash(candidate));
        }

        return (row, issues);
    }

    private string Check() => vault.Hash(Purpose, CheckedText);
}
