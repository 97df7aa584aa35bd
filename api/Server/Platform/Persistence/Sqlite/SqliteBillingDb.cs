using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Persistence.Sqlite;

public sealed class SqliteBillingDb(DbContextOptions<SqliteBillingDb> options) : BillingDb(options);
