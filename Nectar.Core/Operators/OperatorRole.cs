namespace Nectar.Core.Operators;

/// <summary>What somebody who signed in may do at the console. Each role may do what those before it may.</summary>
public enum OperatorRole
{
    /// <summary>Sees where alerts go, what became of them, and the audit log.</summary>
    Viewer,

    /// <summary>Acts on keepers, and tries targets of alerts.</summary>
    Operator,

    /// <summary>Sets the rules of alerts, and silences them.</summary>
    Admin,
}
