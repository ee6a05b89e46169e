using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Rbac;

internal static class BindingColumns
{
    /// <summary>The table of both kinds of bindings.</summary>
    public static IReadOnlyList<Column<T>> Of<T>(Func<T, RoleRef> role, Func<T, IReadOnlyList<Subject>?> subjects)
        where T : IApiObject =>
    [
        Column<T>.NameColumn,
        new("Role", "Role that the binding grants.", b => $"{role(b).Kind}/{role(b).Name}"),
        Column<T>.AgeColumn,
        new("Users", "string", "", "Users who get the role.", 1, (b, _) => Names(subjects(b), "User", static s => s.Name)),
        new("Groups", "string", "", "Groups that get the role.", 1, (b, _) => Names(subjects(b), "Group", static s => s.Name)),
        new("ServiceAccounts", "string", "", "Service accounts that get the role.", 1,
            (b, _) => Names(subjects(b), "ServiceAccount", static s => $"{s.Namespace}/{s.Name}")),
    ];

    private static string Names(IReadOnlyList<Subject>? subjects, string kind, Func<Subject, string> name) =>
        string.Join(", ", (subjects ?? []).Where(s => s.Kind == kind).Select(name));
}
