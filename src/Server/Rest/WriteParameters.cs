using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Server.Requests;

namespace ActorKube.Server.Rest;

/// <summary>The query parameters of a write that several verbs share.</summary>
internal static class WriteParameters
{
    /// <summary>True for <c>dryRun=All</c>.</summary>
    /// <param name="options">Name of the options that hold the parameter, for the error.</param>
    /// <param name="more">Checks of the verb's own, which come first.</param>
    /// <exception cref="ApiException">422 for any other value, for a field manager that is no name and for a fieldValidation that isn't known.</exception>
    public static bool Check(ApiRequest request, string options, Action<FieldErrors>? more = null)
    {
        var errors = new FieldErrors();
        more?.Invoke(errors);
        ManagedFieldsValidation.ValidateManager(request.Query("fieldManager") ?? "", FieldPath.Of("fieldManager"), errors);
        var dryRun = request.Http.Request.Query["dryRun"].Select(v => v ?? "").ToList();
        CheckDryRun(dryRun, errors);
        FieldValidations.Check(request.Query("fieldValidation"), errors);
        return errors.Any ? throw ApiErrors.Invalid(options, "meta.k8s.io", "", errors.All) : dryRun.Count > 0;
    }

    public static void CheckDryRun(IReadOnlyList<string> values, FieldErrors errors)
    {
        if (values.Any(v => v != "All"))
        {
            errors.NotSupported(FieldPath.Of("dryRun"), values, ["All"]);
        }
    }
}
