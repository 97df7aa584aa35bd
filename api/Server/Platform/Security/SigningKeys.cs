using System.Collections.Concurrent;
using System.Security.Cryptography;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Security;

/// <summary>
/// The installation's ES256 keys: rows, so that every node signs with the same ones, with the private half encrypted
/// (ruling 22). The newest signs; all are published, so that tokens of an older one still verify.
/// </summary>
public sealed class SigningKeys(Reader reader, IWriter writer, Vault vault, IdSource ids, Clock clock)
{
    private const string Purpose = "signing-key";
    private const string IdPrefix = "lkey";
    private readonly ConcurrentDictionary<string, ECDsa> opened = [];

    /// <summary>The key to sign with; the first one is made when it is first needed.</summary>
    public async Task<(string Id, ECDsa Key)> Current(CancellationToken cancel)
    {
        var row = (await Rows(cancel)).LastOrDefault() ?? await writer.Write(default, Create, cancel);
        return (row.Id, Open(row));
    }

    public async Task<IReadOnlyList<(string Id, ECParameters Key)>> Published(CancellationToken cancel)
    {
        await Current(cancel);
        return [.. (await Rows(cancel)).Select(row => (row.Id, Open(row).ExportParameters(includePrivateParameters: false)))];
    }

    private Task<List<SigningKeyRow>> Rows(CancellationToken cancel) =>
        reader.Read(default, db => db.SigningKeys.OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(cancel));

    private async Task<SigningKeyRow> Create(BillingDb db, CancellationToken cancel)
    {
        if (await db.SigningKeys.OrderByDescending(row => row.CreatedAt).FirstOrDefaultAsync(cancel) is { } there)
        {
            return there;
        }

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var row = SigningKeyRow.Create(ids.Text(IdPrefix), vault.Encrypt(Purpose, key.ExportECPrivateKeyPem()), clock.Now());
        db.SigningKeys.Add(row);
        return row;
    }

    private ECDsa Open(SigningKeyRow row) => opened.GetOrAdd(row.Id, _ =>
    {
        var key = ECDsa.Create();
        key.ImportFromPem(vault.Decrypt(Purpose, row.PrivateKeyCipher));
        return key;
    });
}
