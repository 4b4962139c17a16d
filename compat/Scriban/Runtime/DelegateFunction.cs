using System.Reflection;
using System.Runtime.ExceptionServices;
using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>A .NET method that templates call.</summary>
internal sealed class DelegateFunction : Function
{
    private readonly Delegate _function;
    private readonly ParameterInfo[] _parameters;
    private readonly int _first;
    private readonly Type? _restType;

    public DelegateFunction(Delegate function)
    {
        _function = function;
        _parameters = function.Method.GetParameters();
        // A static method bound to its first argument shows that argument among its parameters.
        var shown = function.GetType().GetMethod("Invoke")!.GetParameters();
        if (_parameters.Length != shown.Length)
            _parameters = shown;
        _first = LeadingCount();
        _restType = RestType(_parameters.LastOrDefault());
    }

    public override int RequiredCount => _parameters.Skip(_first).Count(parameter => !parameter.IsOptional && !IsRest(parameter));

    public override int? MaximumCount => _restType is null ? _parameters.Length - _first : null;

    public override Type ParameterType(int index)
    {
        var parameter = _parameters[Math.Min(_first + index, _parameters.Length - 1)];
        return IsRest(parameter) ? _restType! : parameter.ParameterType;
    }

    public override int IndexOf(string? parameter) => Array.FindIndex(_parameters, candidate => candidate.Name == parameter) - _first;

    public override object? Invoke(Interpreter interpreter, SourceSpan span, string text, IReadOnlyList<object?> arguments)
    {
        var values = new object?[_parameters.Length];
        if (_first > 0)
            values[0] = interpreter.Context;
        if (_first > 1)
            values[1] = span;
        for (var i = _first; i < _parameters.Length; i++)
            values[i] = ValueOf(_parameters[i], i - _first, arguments);
        try
        {
            return _function.DynamicInvoke(values);
        }
        catch (TargetInvocationException error) when (error.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(error.InnerException);
            throw;
        }
    }

    private object? ValueOf(ParameterInfo parameter, int index, IReadOnlyList<object?> arguments)
    {
        if (IsRest(parameter))
            return Rest(arguments.Skip(index).ToArray());
        return index < arguments.Count ? arguments[index] : parameter.DefaultValue;
    }

    private Array Rest(object?[] values)
    {
        var rest = Array.CreateInstance(_restType!, values.Length);
        values.CopyTo(rest, 0);
        return rest;
    }

    private int LeadingCount()
    {
        var hasContext = _parameters.Length > 0 && _parameters[0].ParameterType == typeof(TemplateContext);
        var hasSpan = hasContext && _parameters.Length > 1 && _parameters[1].ParameterType == typeof(SourceSpan);
        return hasSpan ? 2 : hasContext ? 1 : 0;
    }

    private bool IsRest(ParameterInfo parameter) => _restType is not null && parameter == _parameters[^1];

    private static Type? RestType(ParameterInfo? last)
    {
        var isRest = last is not null && last.ParameterType.IsArray
            && (last.ParameterType == typeof(object[]) || last.IsDefined(typeof(ParamArrayAttribute), inherit: false));
        return isRest ? last!.ParameterType.GetElementType() : null;
    }
}
