using ActorKube.Api.Errors;
using ActorKube.Server.Requests;

namespace ActorKube.Server.Rest;

/// <summary>The query parameters of a write that several verbs share.</summary>
internal static class WriteParameters
{
    private const int MaxManagerLength = 128;

    /// <summary>True for <c>dryRun=All</c>.</summary>
    /// <param name="options">Name of the options that hold the parameter, for the error.</param>
    /// <exception cref="ApiException">422 for any other value, and for a field manager that is no name.</exception>
    public static bool Check(ApiRequest request, string options)
    {
        var errors = new FieldErrors();
        var dryRun = request.Http.Request.Query["dryRun"];
        foreach (var value in dryRun)
        {
            if (value != "All")
            {
                errors.NotSupported(FieldPath.Of("dryRun"), value, ["All"]);
            }
        }

        var manager = request.Query("fieldManager") ?? "";
        if (manager.Length > MaxManagerLength)
        {
            errors.TooLong(FieldPath.Of("fieldManager"), MaxManagerLength);
        }

        if (manager.FirstOrDefault(char.IsControl) is var control and not '\0')
        {
            errors.Invalid(FieldPath.Of("fieldManager"), manager, "should only contain printable characters");
        }

        return errors.Any ? throw ApiErrors.Invalid(options, "meta.k8s.io", "", errors.All) : dryRun.Count > 0;
    }
}
