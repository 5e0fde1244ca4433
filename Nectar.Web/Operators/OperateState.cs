using Nectar.Core.Keeper;
using Nectar.Core.Operators;
using Nectar.Web.Live;

namespace Nectar.Web.Operators;

/// <summary>What somebody who looks at the console may do there.</summary>
/// <param name="HasKey">Whether one can sign in with a key.</param>
/// <param name="HasAccounts">Whether one can sign in with an account.</param>
/// <param name="SignedInAs">Who it is; null for anybody.</param>
/// <param name="Role">What they may do; null for anybody.</param>
/// <param name="Told">What came of the form that was sent last; null for nothing.</param>
/// <param name="Network">The network; null until it is ready.</param>
/// <param name="Settings">The settings of this process's keepers.</param>
/// <param name="Audit">The newest rows of the audit log, newest first; null for whoever is not signed in.</param>
public sealed record OperateState(
    bool HasKey, bool HasAccounts, string? SignedInAs, OperatorRole? Role, Notice? Told, NetworkInUse? Network, IReadOnlyList<(KeeperOptions Keeper, KeeperSettings Settings)> Settings,
    Reading<IReadOnlyList<AuditEntry>>? Audit);
