using System.Security.Cryptography;
using Nectar.Core.Operators;
using Nectar.Core.Units;

namespace Nectar.Web.Operators;

/// <summary>The challenges that were given and not answered yet. Each can be taken once, whatever comes of it.</summary>
internal sealed class ChallengeBook(TimeProvider time)
{
    private const int Most = 1_000;
    private static readonly TimeSpan validFor = TimeSpan.FromMinutes(5);
    private readonly Lock door = new();
    private readonly Dictionary<string, SignInChallenge> open = [];

    /// <summary>Gives a new one. Where too many are open, the oldest is forgotten.</summary>
    public SignInChallenge Give(AccountId account, string host)
    {
        var now = time.GetUtcNow();
        var challenge = new SignInChallenge(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), account, host, now, now + validFor);
        lock (door)
        {
            foreach (var old in open.Values.Where(c => c.Expires < now).ToList())
            {
                open.Remove(old.Nonce);
            }

            if (open.Count >= Most)
            {
                open.Remove(open.Values.MinBy(c => c.Issued)!.Nonce);
            }

            open[challenge.Nonce] = challenge;
        }

        return challenge;
    }

    /// <summary>The challenge of a nonce, which is thereby used up; null where there is none.</summary>
    public SignInChallenge? Take(string nonce)
    {
        lock (door)
        {
            return open.Remove(nonce, out var challenge) ? challenge : null;
        }
    }
}
