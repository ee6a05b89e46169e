using System.Collections.Immutable;

namespace ActorKube.Engine.Membership;

/// <summary>
/// Who is in, at one version of the table. Immutable; a higher version is newer knowledge. Names are unique: the row of a new incarnation replaces that of the last.
/// </summary>
public sealed record MembershipView(long Version, ImmutableSortedDictionary<string, Member> Members)
{
    public static MembershipView Empty { get; } = new(0, ImmutableSortedDictionary.Create<string, Member>(StringComparer.Ordinal));

    public IEnumerable<Member> Active => Members.Values.Where(static m => m.IsActive);

    public Member? Find(string name) => Members.GetValueOrDefault(name);

    /// <summary>The row of exactly this incarnation.</summary>
    public Member? Find(MemberId id) => Find(id.Name) is { } found && found.Id == id ? found : null;

    /// <summary>Active members besides one.</summary>
    public IEnumerable<Member> Others(string name) => Active.Where(m => m.Name != name);

    public MembershipView With(Member member) => new(Version + 1, Members.SetItem(member.Name, member));

    public MembershipView Without(string name) => new(Version + 1, Members.Remove(name));
}
